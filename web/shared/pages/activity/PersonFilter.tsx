import { useQuery } from '@tanstack/react-query'
import { useCan, useSignedIn } from '../../api/session.ts'
import { useText } from '../../language/LanguageProvider.tsx'
import { ownPeople, peopleQuery } from '../settings/people-api.ts'
import { SelectFilter } from './SelectFilter.tsx'

/** Oneself always; colleagues where the roles show who they are. */
export function PersonFilter({ chosen, onChoose }: { chosen: string; onChoose: (personId: string) => void }) {
  const { t } = useText()
  const can = useCan()
  const { person: me } = useSignedIn()
  const people = useQuery({ ...peopleQuery(ownPeople, { size: 500 }), enabled: can('person.list'), staleTime: 60_000 })
  const others = (people.data?.items ?? []).filter(({ id }) => id !== me.id)
  return (
    <SelectFilter label={t('activity.person')} value={chosen} onChoose={onChoose}>
      <option value="">{`${t('activity.person')}: ${t('activity.anybody')}`}</option>
      <option value={me.id}>{t('activity.me')}</option>
      {others.map(({ id, displayName }) => (
        <option key={id} value={id}>
          {displayName}
        </option>
      ))}
    </SelectFilter>
  )
}
