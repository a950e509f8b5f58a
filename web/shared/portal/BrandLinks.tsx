import { makeStyles, tokens } from '@fluentui/react-components'
import { useSession } from '../api/session.ts'
import { useText } from '../language/LanguageProvider.tsx'

const useStyles = makeStyles({
  list: { listStyleType: 'none', display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap: '4px 20px', margin: '24px 0 0', padding: 0 },
  link: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, textDecorationLine: 'underline', textUnderlineOffset: '2px', overflowWrap: 'anywhere', ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' } },
})

const names = ['privacy', 'terms', 'imprint', 'accessibility'] as const

/** What the operator has to tell everybody: at the door, before anybody signs in, and at the foot of every page. */
export function BrandLinks() {
  const styles = useStyles()
  const { t } = useText()
  const { links } = useSession().installation.branding
  const given = names.filter((name) => links[name] !== null)
  if (given.length === 0) return null
  return (
    <footer>
      <ul className={styles.list}>
        {given.map((name) => (
          <li key={name}>
            <a className={styles.link} href={links[name]!} rel="noreferrer">
              {t(`branding.link.${name}`)}
            </a>
          </li>
        ))}
      </ul>
    </footer>
  )
}
