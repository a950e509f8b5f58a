import { makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useText } from '../../language/LanguageProvider.tsx'
import { Loaded } from '../../portal/Loaded.tsx'
import { GuardedButton } from '../../ui/GuardedButton.tsx'
import { QuietText } from '../../ui/Stack.tsx'
import { StatusBadge } from '../../ui/StatusBadge.tsx'
import { usePeopleSide } from '../settings/people-side.tsx'
import type { PersonRow } from '../settings/people-api.ts'
import { userLicensesQuery } from './license-api.ts'
import { UserLicensesDrawer } from './UserLicensesDrawer.tsx'

const useStyles = makeStyles({
  title: { margin: '0 0 8px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { margin: '0 0 8px', padding: 0, listStyleType: 'none' },
  one: { display: 'flex', flexWrap: 'wrap', gap: '2px 8px', alignItems: 'center', paddingBlock: '2px', overflowWrap: 'anywhere' },
  off: { textDecorationLine: 'line-through' },
})

/** What somebody has, with the services that are off struck out, and the way to change it. */
export function UserLicenses({ person }: { person: PersonRow }) {
  const { t } = useText()
  const styles = useStyles()
  const side = usePeopleSide()
  const [isOpen, setOpen] = useState(false)
  const licenses = useQuery({ ...userLicensesQuery(side, person.id), enabled: side.may.readLicenses })
  if (!side.may.readLicenses) return null
  return (
    <section>
      <h2 className={styles.title}>{t('licenses.title')}</h2>
      <Loaded isPart query={licenses}>
        {({ items }) =>
          items.length === 0 ? (
            <QuietText>{t('licenses.userHasNone')}</QuietText>
          ) : (
            <ul className={styles.list}>
              {items.map(({ sku, name, servicePlans, capabilityStatus }) => (
                <li key={sku} className={styles.one}>
                  <span>{name}</span>
                  {capabilityStatus !== 'enabled' && <StatusBadge tone="waiting">{t(`licenses.status.${capabilityStatus}`)}</StatusBadge>}
                  {servicePlans.map((plan) => (
                    <StatusBadge key={plan.name}>{plan.isOn ? plan.name : <s className={styles.off} aria-label={t('licenses.planOff', { plan: plan.name })}>{plan.name}</s>}</StatusBadge>
                  ))}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      <GuardedButton size="small" blockedBecause={side.may.assignLicenses ? undefined : t('licenses.blocked')} aria-label={t('licenses.changeWhose', { name: person.displayName })} onClick={() => setOpen(true)}>
        {t('licenses.change')}
      </GuardedButton>
      {isOpen && <UserLicensesDrawer person={person} onClose={() => setOpen(false)} />}
    </section>
  )
}
