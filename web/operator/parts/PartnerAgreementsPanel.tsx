import { Button } from '@fluentui/react-components'
import { DocumentSignatureRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { capitalized } from '../../shared/language/capitalized.ts'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { Loaded } from '../../shared/portal/Loaded.tsx'
import { DateText } from '../../shared/ui/DateText.tsx'
import { EmptyState } from '../../shared/ui/EmptyState.tsx'
import { KeyValueList } from '../../shared/ui/KeyValueList.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { PublishPartnerAgreementDrawer } from '../forms/PublishPartnerAgreementDrawer.tsx'
import { partnerAgreementsQuery } from './operator-api.ts'
import { useCloudName } from './use-cloud-name.ts'

/** What a Global admin of each partner signs (S4.L1.5). There are few versions, so all of them stand here. */
export function PartnerAgreementsPanel() {
  const { t } = useText()
  const formats = useFormats()
  const cloudName = useCloudName()
  const versions = useQuery(partnerAgreementsQuery)
  const [isPublishing, setPublishing] = useState(false)
  const publish = (
    <Button size="small" onClick={() => setPublishing(true)}>
      {t('console.publishPartnerAgreement')}
    </Button>
  )
  return (
    <Panel title={t('console.partnerAgreements')} acts={publish}>
      <Stack>
        <QuietText>{t('console.partnerAgreementsIntro')}</QuietText>
        <Loaded isPart query={versions}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState icon={DocumentSignatureRegular} title={t('console.noPartnerAgreements')}>
                {t('console.noPartnerAgreementsText')}
              </EmptyState>
            ) : (
              <KeyValueList
                items={items.map(({ cloud, number, publishedAt, texts }) => ({
                  key: `${cloudName(cloud)}: ${t('operator.versionNumber', { number })}`,
                  value: (
                    <>
                      {capitalized(formats.list(texts.map(({ language }) => formats.language(language))))} · <DateText at={publishedAt} as="dateTime" />
                    </>
                  ),
                }))}
              />
            )
          }
        </Loaded>
      </Stack>
      {isPublishing && <PublishPartnerAgreementDrawer onClose={() => setPublishing(false)} />}
    </Panel>
  )
}
