import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { BuildingRegular } from '@fluentui/react-icons'
import type { FoundPartnerRow } from './finder-api.ts'

const useStyles = makeStyles({
  frame: {
    flexShrink: 0,
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: '56px',
    height: '56px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    overflow: 'hidden',
    color: tokens.colorNeutralForeground3,
    fontSize: '28px',
  },
  // Pictures are drawn for white paper, whatever the theme.
  paper: { backgroundColor: '#ffffff' },
  picture: { maxWidth: '52px', maxHeight: '52px' },
})

/** The name stands beside it, so the picture says nothing more to those who hear the page. */
export function PartnerLogo({ logo }: Pick<FoundPartnerRow, 'logo'>) {
  const styles = useStyles()
  return (
    <span className={mergeClasses(styles.frame, logo !== null && styles.paper)} aria-hidden="true">
      {logo ? <img className={styles.picture} src={logo.address} alt="" /> : <BuildingRegular />}
    </span>
  )
}
