import { makeStyles, tokens } from '@fluentui/react-components'
import { useText } from '../../language/LanguageProvider.tsx'
import { useDeniedText } from './use-denied-text.ts'
import { useRoleTexts } from './roles.ts'

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: '8px', margin: 0, padding: 0, listStyleType: 'none', maxWidth: '72ch' },
  name: { fontWeight: tokens.fontWeightSemibold },
})

/** Each role by name, with what it may do in this cloud. */
export function RoleExplanations({ roles }: { roles: readonly string[] }) {
  const styles = useStyles()
  const { t } = useText()
  const { roleName, roleMay } = useRoleTexts()
  const deniedText = useDeniedText()
  if (roles.length === 0) return t('users.may.nothing')
  return (
    <ul className={styles.list}>
      {roles.map((role) => (
        <li key={role}>
          <span className={styles.name}>{roleName(role)}.</span> {roleMay(role)} {deniedText(role)}
        </li>
      ))}
    </ul>
  )
}
