import { makeStyles, Skeleton, SkeletonItem } from '@fluentui/react-components'
import { useText } from '../language/LanguageProvider.tsx'
import { Hidden } from './announce.tsx'

const useStyles = makeStyles({
  lines: { display: 'flex', flexDirection: 'column', rowGap: '14px', paddingBlock: '8px' },
  short: { width: '42%' },
  middle: { width: '68%' },
})

/** The quiet shape of what is coming. */
export function LoadingState({ lines = 4 }: { lines?: number }) {
  const styles = useStyles()
  const { t } = useText()
  const widths = [styles.middle, undefined, styles.short]
  return (
    <div role="status">
      <Hidden>{t('shell.loading')}</Hidden>
      <Skeleton aria-hidden="true" className={styles.lines}>
        {Array.from({ length: lines }, (_, line) => (
          <SkeletonItem key={line} size={16} className={widths[line % widths.length]} />
        ))}
      </Skeleton>
    </div>
  )
}
