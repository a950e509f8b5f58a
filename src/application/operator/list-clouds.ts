import type { CapabilityManifest } from '../../domain/clouds/manifest.ts'
import type { SampleAgreement } from '../../domain/agreements/sample-texts/sample-agreement.ts'
import { type SamplePartnerAgreement, samplePartnerAgreements } from '../../domain/agreements/sample-texts/partner-agreements.ts'
import { sampleAgreements } from '../../domain/agreements/sample-texts/sample-agreements.ts'
import { listClouds as readClouds } from '../../store/installation-store.ts'
import { shownManifest } from '../clouds/describe-cloud.ts'
import type { UseCase } from '../use-case.ts'

export interface CloudWithSamples {
  readonly manifest: CapabilityManifest
  /** our own texts to start an agreement from; none for a cloud that an operator added */
  readonly samples: readonly SampleAgreement[]
  /** the same for the contract with partners */
  readonly partnerSamples: readonly SamplePartnerAgreement[]
}

/** Every cloud of the installation, the operator's changes included, as the operator's forms need them. */
export const listClouds: UseCase<object, readonly CloudWithSamples[]> = {
  action: 'operator.read',

  async run({ trx }) {
    const clouds = await readClouds(trx)
    return clouds.map((stored) => ({
      manifest: shownManifest(stored),
      samples: sampleAgreements.filter(({ cloud }) => cloud === stored.id),
      partnerSamples: samplePartnerAgreements.filter(({ cloud }) => cloud === stored.id),
    }))
  },
}
