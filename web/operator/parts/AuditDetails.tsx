import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { ProhibitedRegular } from '@fluentui/react-icons'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { useActorNames } from '../../shared/pages/activity/use-actor-names.ts'
import { CopyableId } from '../../shared/ui/CopyableId.tsx'
import { DateText } from '../../shared/ui/DateText.tsx'
import { KeyValueList } from '../../shared/ui/KeyValueList.tsx'
import { Acts, Stack } from '../../shared/ui/Stack.tsx'
import { StatusBadge } from '../../shared/ui/StatusBadge.tsx'
import type { AuditRow } from './audit-api.ts'

const useStyles = makeStyles({
  what: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', rowGap: '4px', fontWeight: tokens.fontWeightRegular },
  quiet: { display: 'block', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
})

export function What({ entry }: { entry: AuditRow }) {
  const styles = useStyles()
  const { t } = useText()
  return (
    <span className={styles.what}>
      {entry.text}
      {entry.outcome === 'refused' && (
        <StatusBadge tone="bad" icon={ProhibitedRegular}>
          {t('activity.refused')}
        </StatusBadge>
      )}
      {entry.reasonText && <span className={styles.quiet}>{entry.reasonText}</span>}
    </span>
  )
}

export function Who({ entry }: { entry: AuditRow }) {
  const styles = useStyles()
  const { nameOf, organizationOf } = useActorNames()
  return (
    <>
      {nameOf(entry)}
      <span className={styles.quiet}>{organizationOf(entry)}</span>
    </>
  )
}

export function Organizations({ entry, list }: { entry: AuditRow; list: (names: string[]) => string }) {
  const { t } = useText()
  const names = entry.tenants.map(({ id, name }) => name ?? id)
  return <>{names.length === 0 ? t('audit.none') : list(names)}</>
}

/** Everything that was recorded, and the ways to see no more than one organization's or one person's. */
export function AuditDetails({ entry, onOnly }: { entry: AuditRow; onOnly: (filter: 'tenant' | 'person', id: string) => void }) {
  const { t, has } = useText()
  const kind = `activity.resource.${entry.resource.type}`
  const { id, at, type, reasonCode, resource, personId, traceId, tenants, data } = entry
  const theId = (value: string) => <CopyableId id={value} what={t('activity.theId')} />
  const isEmpty = Object.keys(data).length === 0
  return (
    <Stack>
      <KeyValueList
        items={[
          { key: t('activity.when'), value: <DateText at={at} as="deadline" /> },
          reasonCode !== null && { key: t('shell.reasonCode'), value: <code>{reasonCode}</code> },
          personId !== null && { key: t('audit.person'), value: theId(personId) },
          { key: t('audit.resource'), value: <>{has(kind) ? t(kind as 'activity.resource.person') : resource.type} {theId(resource.id)}</> },
          ...tenants.map((tenant) => ({ key: tenant.name ?? t('audit.organization'), value: theId(tenant.id) })),
          !isEmpty && { key: t('activity.recorded'), value: <code>{JSON.stringify(data)}</code> },
          traceId !== null && { key: t('audit.traceId'), value: <code>{traceId}</code> },
          { key: t('activity.eventId'), value: theId(id) },
          { key: t('activity.eventType'), value: <code>{type}</code> },
        ]}
      />
      <Acts>
        {tenants.map((tenant) => (
          <Button key={tenant.id} size="small" onClick={() => onOnly('tenant', tenant.id)}>
            {t('audit.onlyOrganization', { name: tenant.name ?? tenant.id })}
          </Button>
        ))}
        {personId !== null && (
          <Button size="small" onClick={() => onOnly('person', personId)}>
            {t('audit.onlyPerson')}
          </Button>
        )}
      </Acts>
    </Stack>
  )
}
