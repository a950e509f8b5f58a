import { Checkbox, makeStyles, tokens } from '@fluentui/react-components'
import { useId } from 'react'
import { useText } from '../../language/LanguageProvider.tsx'
import type { FieldBinding } from '../../ui/FormField.tsx'
import { usePeopleSide } from './people-side.tsx'
import { rolesIn, rolesOf, rolesText, useRoleTexts } from './roles.ts'
import { useDeniedText } from './use-denied-text.ts'
import { useRoleGuard } from './use-role-guard.ts'

const useStyles = makeStyles({
  set: { margin: 0, padding: 0, border: 0, minWidth: 0, display: 'flex', flexDirection: 'column', rowGap: '12px' },
  legend: { padding: 0, marginBottom: '8px', fontSize: tokens.fontSizeBase300 },
  hint: { margin: '0 0 4px', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  role: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)' },
  box: { marginInlineStart: '-8px' },
  may: { margin: '0 0 0 32px', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase300, maxWidth: '64ch' },
  blocked: { margin: '2px 0 0 32px', color: tokens.colorStatusWarningForeground1, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase300 },
  error: { margin: 0, color: tokens.colorStatusDangerForeground1, fontSize: tokens.fontSizeBase200 },
})

export type RoleChoicesProps = {
  /** Holds the roles as one text, so that it lives in an ordinary form. */
  field: FieldBinding
  /** The person whose roles these are; nobody yet in an invitation. */
  person?: { id: string; roles: readonly string[] }
}

/** Every role with what it may do. What this person may not give or take stays visible and says why. */
export function RoleChoices({ field, person }: RoleChoicesProps) {
  const styles = useStyles()
  const { t } = useText()
  const { kinds } = usePeopleSide()
  const { roleName, roleMay } = useRoleTexts()
  const deniedText = useDeniedText()
  const blockedBecause = useRoleGuard(person)
  const id = useId()
  const chosen = rolesIn(field.value)
  const toggle = (role: string) => field.onChange(rolesText(chosen.includes(role) ? chosen.filter((one) => one !== role) : [...chosen, role]))

  return (
    <fieldset id={field.id} tabIndex={-1} className={styles.set} aria-describedby={field.error ? `${id}error` : undefined}>
      <legend className={styles.legend}>{t('users.roles')}</legend>
      <p className={styles.hint}>{t('users.rolesHint')}</p>
      {rolesOf(kinds).map((role) => {
        const blocked = blockedBecause(role)
        return (
          <div key={role} className={styles.role}>
            <Checkbox
              className={styles.box}
              checked={chosen.includes(role)}
              disabled={blocked !== undefined}
              label={roleName(role)}
              aria-describedby={`${id}${role}`}
              onChange={() => toggle(role)}
            />
            <div id={`${id}${role}`}>
              <p className={styles.may}>
                {roleMay(role)} {deniedText(role)}
              </p>
              {blocked && <p className={styles.blocked}>{blocked}</p>}
            </div>
          </div>
        )
      })}
      {field.error && (
        <p id={`${id}error`} className={styles.error}>
          {field.error}
        </p>
      )}
    </fieldset>
  )
}
