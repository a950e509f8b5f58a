import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useSession } from '../api/session.ts'
import { Mark } from '../ui/brand/Mark.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'

const useStyles = makeStyles({
  card: {
    boxSizing: 'border-box',
    width: '100%',
    maxWidth: '460px',
    margin: '24px auto 0',
    padding: '32px',
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow4,
    '@media (max-width: 640px)': { padding: '24px 20px', margin: '0 auto' },
  },
  mark: { width: '40px', height: '40px', display: 'block', color: tokens.colorBrandForeground1, marginBottom: '16px' },
  logo: { display: 'block', maxWidth: '200px', maxHeight: '64px', marginBottom: '16px' },
  name: { marginBottom: '8px', color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
})

/** One quiet sheet in the middle, for every page of the door. */
export function DoorCard({ title, intro, children }: { title: string; intro?: ReactNode; children?: ReactNode }) {
  const styles = useStyles()
  const { logo, name } = useSession().installation.branding
  return (
    <div className={styles.card}>
      {logo ? <img className={styles.logo} src={logo} alt="" /> : <Mark className={styles.mark} />}
      {name && <div className={styles.name}>{name}</div>}
      <PageHeader title={title} intro={intro} />
      {children}
    </div>
  )
}
