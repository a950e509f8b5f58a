import { useText } from '../../shared/language/LanguageProvider.tsx'
import { PeopleList } from '../../shared/pages/settings/PeopleList.tsx'

export function SettingsPeoplePage() {
  const { t } = useText()
  return <PeopleList title={t('settings.people')} intro={t('users.peopleIntro')} />
}
