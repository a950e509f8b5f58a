import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import { product } from '../product.ts'

/** The description that clients read; made from the schemas that validate, so it cannot disagree with them. */
export async function describeApi(api: FastifyInstance): Promise<void> {
  await api.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Vinculo', version: product.version, description: 'Own API of the open partner center. Errors are RFC 9457 problems with a stable `code`.', license: { name: 'Apache-2.0' } },
      servers: [{ url: '/' }],
      components: {
        securitySchemes: {
          bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
          partnerSession: { type: 'apiKey', in: 'cookie', name: '__Host-partner' },
          customerSession: { type: 'apiKey', in: 'cookie', name: '__Host-customer' },
          operatorSession: { type: 'apiKey', in: 'cookie', name: '__Host-operator' },
        },
      },
    },
  })
}

/** Served beside the API, open to anybody: it describes, it gives nothing. */
export function serveDescription(server: FastifyInstance, describe: () => unknown): void {
  server.get('/api/openapi.json', { schema: { hide: true } as never }, async () => describe())
}
