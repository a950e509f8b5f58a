import { MessageBar, MessageBarBody } from '@fluentui/react-components'
import { useQueries } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { BulletList } from '../../shared/ui/BulletList.tsx'
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx'
import { EmptyState } from '../../shared/ui/EmptyState.tsx'
import { LoadingState } from '../../shared/ui/LoadingState.tsx'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { TextLink } from '../../shared/ui/TextLink.tsx'
import { EnquiryForm } from '../forms/EnquiryForm.tsx'
import { foundPartnerQuery } from '../parts/finder-api.ts'
import { chosenIn } from '../parts/use-chosen-partners.ts'

/** A message to whom the address names; so it survives a reload. */
export function WriteToPartnersPage() {
  const { t } = useText()
  const { to } = useSearch({ strict: false }) as { to?: string }
  const queries = useQueries({ queries: chosenIn(to).map((id) => foundPartnerQuery(id)) })
  const partners = queries.flatMap(({ data }) => (data && !data.isOwn ? [data] : []))
  const isLoading = queries.some(({ isPending }) => isPending)
  return (
    <>
      <PageHeader title={t('finder.writeTitle')} intro={t('finder.writeIntro')} above={<TextLink href={paths.customer.findPartner}>{t('finder.title')}</TextLink>} />
      {isLoading ? (
        <Panel>
          <LoadingState lines={6} />
        </Panel>
      ) : partners.length === 0 ? (
        <Panel>
          <EmptyState title={t('finder.noneChosen')} acts={<ButtonLink href={paths.customer.findPartner}>{t('finder.title')}</ButtonLink>}>
            {t('finder.noneChosenText')}
          </EmptyState>
        </Panel>
      ) : (
        <>
          {queries.some(({ isError }) => isError) && (
            <MessageBar intent="warning" layout="multiline">
              <MessageBarBody>{t('finder.someGone')}</MessageBarBody>
            </MessageBar>
          )}
          <Panel title={t('finder.to')}>
            <BulletList items={partners.map(({ name }) => name)} />
          </Panel>
          <Panel>
            <EnquiryForm partners={partners} />
          </Panel>
        </>
      )}
    </>
  )
}
