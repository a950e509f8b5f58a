import type { CloudId } from '../../clouds/manifest.ts'

/** A partner agreement in one language, as a demo and a new installation find it. It is no contract, and says so. */
export interface SamplePartnerAgreement {
  readonly cloud: CloudId
  readonly language: 'en' | 'es'
  readonly title: string
  /** Plain text; what is signed is the hash of exactly these bytes in UTF-8. */
  readonly body: string
}

interface Texts {
  readonly title: string
  readonly notice: string
  readonly clauses: readonly string[]
}

const english: Texts = {
  title: 'Partner agreement (SAMPLE)',
  notice: 'SAMPLE TEXT. NOT A CONTRACT AND NOT LEGAL ADVICE. It shows where the partner agreement stands; before real use the operator of this installation publishes its own.',
  clauses: [
    'Parties. This agreement is made between your organization (the Partner) and the operator of this cloud (the Operator). Customers are no party to it.',
    'Programme. The Partner may ask customers for a reseller relationship, add customers and resell the services of this cloud, in the markets of its programme ID.',
    'Consent. A relationship exists once the customer has accepted it. The Partner asks truthfully, under its own name, and only organizations that it has reason to ask.',
    'Access. The Partner uses admin privileges only for what the customer agreed to, protects every account that holds them with a second factor, and returns them when they are no longer needed.',
    'Customer agreement. Before it resells, the Partner makes sure that the customer accepted the customer agreement, and attests that truthfully where the cloud lets it attest.',
    'Support. The Partner supports its customers. It stays responsible for services it resold also where the customer has taken its privileges away.',
    'Payment. The Partner pays the Operator for what it resold, whether or not its customers pay the Partner. While it is in debt it may be kept from asking for relationships.',
    'Data. Personal data of customers and their people are used for the relationship alone and are protected as the law demands.',
    'Suspension and end. The Operator may suspend the Partner where this agreement is broken. Relationships that exist go on until they are ended by one of their sides.',
    'Representation. The person who signs declares to be entitled to act for the Partner.',
  ],
}

const spanish: Texts = {
  title: 'Contrato de partner (MUESTRA)',
  notice: 'TEXTO DE MUESTRA. NO ES UN CONTRATO NI ASESORAMIENTO JURÍDICO. Indica el lugar que ocupa el contrato de partner; antes del uso real, el operador de esta instalación publica el suyo.',
  clauses: [
    'Partes. Este contrato se celebra entre su organización (el Partner) y el operador de esta nube (el Operador). Los clientes no son parte del contrato.',
    'Programa. El Partner puede solicitar relaciones de revendedor, dar de alta clientes y revender los servicios de esta nube en los mercados de su identificador del programa.',
    'Consentimiento. La relación existe cuando el cliente la ha aceptado. El Partner solicita con veracidad, en nombre propio y solo a organizaciones a las que tiene motivo para dirigirse.',
    'Acceso. El Partner utiliza los privilegios de administración únicamente para lo que el cliente ha permitido, protege con un segundo factor toda cuenta que los tenga y los devuelve cuando dejan de ser necesarios.',
    'Contrato de cliente. Antes de revender, el Partner se asegura de que el cliente ha aceptado el contrato de cliente y, donde la nube admite que lo acredite, lo hace con veracidad.',
    'Soporte. El Partner atiende a sus clientes. Sigue respondiendo de los servicios que ha revendido aunque el cliente le haya retirado los privilegios.',
    'Pagos. El Partner paga al Operador lo que ha revendido, con independencia de que sus clientes le paguen. Mientras tenga deudas, puede impedírsele que solicite relaciones.',
    'Datos. Los datos personales de los clientes y de su personal se utilizan solo para la relación y se protegen como exige la ley.',
    'Suspensión y fin. El Operador puede suspender al Partner que incumpla este contrato. Las relaciones existentes continúan hasta que una de sus partes les ponga fin.',
    'Representación. La persona que firma declara que puede actuar en nombre del Partner.',
  ],
}

const sampleOf = (cloud: CloudId, language: 'en' | 'es', { title, notice, clauses }: Texts): SamplePartnerAgreement => ({
  cloud,
  language,
  title,
  body: `${[notice, ...clauses.map((clause, index) => `${index + 1}. ${clause}`)].join('\n\n')}\n`,
})

const clouds = ['public', 'usGov', 'germany', 'china'] as const satisfies readonly CloudId[]

/** One for each built-in cloud, in both languages of our own screens. */
export const samplePartnerAgreements: readonly SamplePartnerAgreement[] = clouds.flatMap((cloud) => [sampleOf(cloud, 'en', english), sampleOf(cloud, 'es', spanish)])
