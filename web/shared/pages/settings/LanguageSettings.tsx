import { makeStyles, Radio, RadioGroup } from '@fluentui/react-components'
import { useSignedIn } from '../../api/session.ts'
import { useFormats, useLanguage, useText } from '../../language/LanguageProvider.tsx'
import { languages } from '../../language/languages.ts'
import { useDoors } from '../../portal/portal.ts'
import { useLanguageMenu } from '../../portal/use-language-menu.ts'
import { useAnnounce } from '../../ui/announce.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { QuietText, Stack } from '../../ui/Stack.tsx'
import { TextLink } from '../../ui/TextLink.tsx'
import { appearances, useTheme } from '../../ui/theme/ThemeProvider.tsx'

const useStyles = makeStyles({ now: { margin: 0 } })

/** Language of screens and mails, light or dark, and the time zone in which instants are shown. */
export function LanguageSettings() {
  const { t } = useText()
  return (
    <>
      <PageHeader title={t('settings.language')} intro={t('settings.languageIntro')} />
      <LanguagePanel />
      <AppearancePanel />
      <TimeZonePanel />
    </>
  )
}

function LanguagePanel() {
  const { t } = useText()
  const { language } = useLanguage()
  const { onLanguage } = useLanguageMenu()
  const title = t('settings.languageOfScreens')
  return (
    <Panel title={title}>
      <Stack>
        <QuietText>{t('settings.languageText')}</QuietText>
        <RadioGroup aria-label={title} value={language} onChange={(_, { value }) => onLanguage(value)}>
          {Object.entries(languages).map(([tag, { name }]) => (
            <Radio key={tag} value={tag} label={<span lang={tag}>{name}</span>} />
          ))}
        </RadioGroup>
      </Stack>
    </Panel>
  )
}

function AppearancePanel() {
  const { t } = useText()
  const announce = useAnnounce()
  const { appearance, wear } = useTheme()
  const title = t('shell.theme')
  const choose = (wanted: string) => {
    const chosen = appearances.find((one) => one === wanted)
    if (!chosen) return
    wear(chosen)
    announce(t(`shell.theme.${chosen}`))
  }
  return (
    <Panel title={title}>
      <Stack>
        <QuietText>{t('settings.appearanceText')}</QuietText>
        <RadioGroup aria-label={title} value={appearance} onChange={(_, { value }) => choose(value)}>
          {appearances.map((one) => (
            <Radio key={one} value={one} label={t(`shell.theme.${one}`)} />
          ))}
        </RadioGroup>
      </Stack>
    </Panel>
  )
}

function TimeZonePanel() {
  const styles = useStyles()
  const { t, rich } = useText()
  const formats = useFormats()
  const doors = useDoors()
  const { tenant } = useSignedIn()
  return (
    <Panel title={t('settings.timeZone')}>
      <Stack>
        <p className={styles.now}>{t('settings.timeZoneNow', { zone: tenant.timeZone, now: formats.deadline(Date.now()) })}</p>
        <QuietText>
          {rich('settings.timeZoneWhere', {
            link: (parts) => (
              <TextLink inText href={doors.settings.profile}>
                {parts}
              </TextLink>
            ),
          })}
        </QuietText>
      </Stack>
    </Panel>
  )
}
