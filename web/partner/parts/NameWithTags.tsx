import { Button, makeStyles } from '@fluentui/react-components'
import { TagRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { TextLink } from '../../shared/ui/TextLink.tsx'
import { CustomerTagsDialog } from '../forms/CustomerTagsDialog.tsx'
import { Tags } from './Tags.tsx'

const useStyles = makeStyles({
  cell: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', rowGap: '4px', minWidth: '130px' },
  line: { display: 'flex', alignItems: 'flex-start', columnGap: '4px', maxWidth: '100%' },
  button: { flexShrink: 0, minWidth: '24px', height: '24px', marginTop: '-2px', padding: '0 2px' },
})

type NameWithTagsProps = { customerId: string; companyName: string; tags: readonly string[]; onPick: (tag: string) => void }

/** The customer of a row and its tags: a press on one narrows the list, the button changes them where one stands. */
export function NameWithTags({ customerId, companyName, tags, onPick }: NameWithTagsProps) {
  const styles = useStyles()
  const { t } = useText()
  const [isOpen, setOpen] = useState(false)
  return (
    <span className={styles.cell}>
      <span className={styles.line}>
        <TextLink href={paths.partner.customerAccount(customerId)}>{companyName}</TextLink>
        <Button className={styles.button} appearance="subtle" size="small" icon={<TagRegular />} aria-label={t('customers.tagsOf', { name: companyName })} title={t('customers.tags')} onClick={() => setOpen(true)} />
      </span>
      {tags.length > 0 && <Tags tags={tags} onPick={onPick} />}
      {isOpen && <CustomerTagsDialog customerId={customerId} companyName={companyName} onClose={() => setOpen(false)} />}
    </span>
  )
}
