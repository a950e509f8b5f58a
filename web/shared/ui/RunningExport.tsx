import { Button, makeStyles, ProgressBar, tokens } from '@fluentui/react-components'
import { useEffect, useEffectEvent } from 'react'
import { useAnnounce } from './announce.tsx'

const useStyles = makeStyles({
  panel: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: '10px 16px',
    alignItems: 'center',
    marginBottom: '20px',
    padding: '14px 20px',
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    '@media (max-width: 640px)': { gridTemplateColumns: 'minmax(0, 1fr)', padding: '14px 16px' },
  },
  title: { margin: 0, fontWeight: tokens.fontWeightSemibold, lineHeight: tokens.lineHeightBase300 },
  progress: { margin: '2px 0 0', color: tokens.colorNeutralForeground2, lineHeight: tokens.lineHeightBase300, fontVariantNumeric: 'tabular-nums' },
  bar: { gridColumn: '1 / -1' },
  cancel: { justifySelf: 'start' },
})

/** How often those who hear the page are told how far it is. */
const toldEvery = 5_000

export type RunningExportProps = {
  title: string
  /** How much arrived so far. */
  progress: string
  hint: string
  cancelLabel: string
  onCancel: () => void
}

/** A file under way: how far it is, and a way to stop it. */
export function RunningExport({ title, progress, hint, cancelLabel, onCancel }: RunningExportProps) {
  const styles = useStyles()
  const announce = useAnnounce()
  const tell = useEffectEvent(() => announce(`${title}. ${progress}`))
  useEffect(() => {
    tell()
    const timer = setInterval(() => tell(), toldEvery)
    return () => clearInterval(timer)
  }, [])
  return (
    <section className={styles.panel} aria-label={title}>
      <div>
        <p className={styles.title}>{title}</p>
        <p className={styles.progress}>
          {progress}. {hint}
        </p>
      </div>
      <Button className={styles.cancel} onClick={onCancel}>
        {cancelLabel}
      </Button>
      <ProgressBar className={styles.bar} aria-label={title} />
    </section>
  )
}
