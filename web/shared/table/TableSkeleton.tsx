import { makeStyles, Skeleton, SkeletonItem, tokens } from '@fluentui/react-components'
import { useText } from '../language/LanguageProvider.tsx'
import { Hidden } from '../ui/announce.tsx'

const useStyles = makeStyles({
  row: { display: 'flex', columnGap: '24px', padding: '16px 20px', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  bar: { flex: '1 1 0', minWidth: 0 },
})

export function TableSkeleton({ label, columns }: { label: string; columns: number }) {
  const styles = useStyles()
  const { t } = useText()
  return (
    <div role="status">
      <Hidden>{`${label}: ${t('shell.loading')}`}</Hidden>
      <Skeleton aria-hidden="true">
        {Array.from({ length: 8 }, (_, row) => (
          <div key={row} className={styles.row}>
            {Array.from({ length: Math.min(columns, 5) }, (_, column) => (
              <SkeletonItem key={column} size={16} className={styles.bar} />
            ))}
          </div>
        ))}
      </Skeleton>
    </div>
  )
}
