import { useText } from '../../shared/language/LanguageProvider.tsx'
import { PeopleList } from '../../shared/pages/settings/PeopleList.tsx'

export function UsersPage() {
  const { t } = useText()
  return <PeopleList title={t('users.title')} intro={t('users.peopleIntro')} />
}
