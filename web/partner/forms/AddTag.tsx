import { Field, Input, makeStyles } from '@fluentui/react-components'
import { useState, type RefObject } from 'react'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { GuardedButton } from '../../shared/ui/GuardedButton.tsx'
import { longestTag, mostTags } from '../parts/tag-limits.ts'
import { tagsOf } from './customer-values.ts'

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: '8px' },
  field: { flex: '1 1 180px', minWidth: 0 },
  // Level with the input, below its label; where there is no room beside it, right below.
  button: { marginTop: '26px', '@media (max-width: 480px)': { marginTop: 0 } },
})

type AddTagProps = { ref: RefObject<HTMLInputElement | null>; tags: readonly string[]; isBusy: boolean; onAdd: (tags: readonly string[]) => void }

/** One more tag, or several with commas between them; what cannot be added says why before it is sent. */
export function AddTag({ ref, tags, isBusy, onAdd }: AddTagProps) {
  const styles = useStyles()
  const { t } = useText()
  const [text, setText] = useState('')
  const wanted = tagsOf(text)
  const has = (tag: string) => tags.some((one) => one.localeCompare(tag, undefined, { sensitivity: 'accent' }) === 0)
  const isFull = tags.length >= mostTags
  const problem = wanted.some((tag) => [...tag].length > longestTag)
    ? t('customers.tagTooLong', { longest: longestTag })
    : wanted.some(has)
      ? t('customers.tagThere')
      : tags.length + wanted.length > mostTags
        ? t('customers.tagsFull', { most: mostTags })
        : undefined
  const add = () => {
    if (isBusy || problem !== undefined || wanted.length === 0) return
    onAdd(wanted)
    setText('')
    ref.current?.focus()
  }
  return (
    <div className={styles.line}>
      <Field className={styles.field} label={t('customers.addTag')} validationMessage={problem} validationState={problem ? 'error' : 'none'}>
        <Input ref={ref} value={text} autoComplete="off" maxLength={200} onChange={(_, { value }) => setText(value)} onKeyDown={({ key }) => key === 'Enter' && add()} />
      </Field>
      <GuardedButton className={styles.button} disabledFocusable={isBusy} blockedBecause={isFull ? t('customers.tagsFull', { most: mostTags }) : undefined} onClick={add}>
        {t('customers.addTagAct')}
      </GuardedButton>
    </div>
  )
}
