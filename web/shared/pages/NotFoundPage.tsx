import { CompassNorthwestRegular } from '@fluentui/react-icons'
import { useText } from '../language/LanguageProvider.tsx'
import { useDoors } from '../portal/portal.ts'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'

/** An address that leads nowhere, and one that the reader may not see: both look the same. */
export function NotFoundPage() {
  const { t } = useText()
  const doors = useDoors()
  return (
    <>
      <PageHeader title={t('problem.notFound')} />
      <Panel>
        <EmptyState
          icon={CompassNorthwestRegular}
          title={t('problem.notFoundDetail')}
          acts={
            <ButtonLink href={doors.home} appearance="primary">
              {t('problem.goHome')}
            </ButtonLink>
          }
        />
      </Panel>
    </>
  )
}
