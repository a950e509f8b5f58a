import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { QuietText } from '../../shared/ui/Stack.tsx'

const useStyles = makeStyles({
  list: { display: 'flex', flexWrap: 'wrap', gap: '6px', margin: 0, padding: 0, listStyleType: 'none' },
  tag: {
    display: 'inline-flex',
    alignItems: 'center',
    maxWidth: '100%',
    paddingInlineStart: '10px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground1,
    lineHeight: tokens.lineHeightBase300,
  },
  still: { paddingInlineEnd: '10px' },
  words: { minWidth: 0, paddingBlock: '3px', overflowWrap: 'anywhere' },
})

type RemovableTagsProps = { tags: readonly string[]; isBusy: boolean; onRemove: ((tag: string) => void) | undefined }

/** The tags in full, each with its own way out where that is allowed. */
export function RemovableTags({ tags, isBusy, onRemove }: RemovableTagsProps) {
  const styles = useStyles()
  const { t } = useText()
  if (tags.length === 0) return <QuietText>{t('customers.noTags')}</QuietText>
  return (
    <ul className={styles.list} aria-label={t('customers.tags')}>
      {tags.map((tag) => (
        <li key={tag} className={mergeClasses(styles.tag, !onRemove && styles.still)}>
          <span className={styles.words}>{tag}</span>
          {onRemove && (
            <Button appearance="transparent" size="small" icon={<DismissRegular />} disabledFocusable={isBusy} aria-label={t('customers.removeTag', { tag })} onClick={() => onRemove(tag)} />
          )}
        </li>
      ))}
    </ul>
  )
}
