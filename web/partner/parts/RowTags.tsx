import { Button, makeStyles } from '@fluentui/react-components'
import { TagRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { CustomerTagsDialog } from '../forms/CustomerTagsDialog.tsx'
import { Tags } from './Tags.tsx'

const useStyles = makeStyles({
  line: { display: 'inline-flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px' },
  button: { minWidth: '24px', height: '24px', padding: '0 2px' },
})

type RowTagsProps = { customerId: string; companyName: string; tags: readonly string[]; onPick: (tag: string) => void }

/** The tags of a row: a press narrows the list, the button changes them where one stands. */
export function RowTags({ customerId, companyName, tags, onPick }: RowTagsProps) {
  const styles = useStyles()
  const { t } = useText()
  const [isOpen, setOpen] = useState(false)
  const name = t('customers.tagsOf', { name: companyName })
  return (
    <span className={styles.line}>
      {tags.length > 0 && <Tags tags={tags} onPick={onPick} />}
      <Button className={styles.button} appearance="subtle" size="small" icon={<TagRegular />} aria-label={name} title={t('customers.tags')} onClick={() => setOpen(true)} />
      {isOpen && <CustomerTagsDialog customerId={customerId} companyName={companyName} onClose={() => setOpen(false)} />}
    </span>
  )
}
