import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, makeStyles } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { ErrorState } from '../../shared/ui/ErrorState.tsx'
import { FocusReturn } from '../../shared/ui/FocusReturn.tsx'
import { LoadingState } from '../../shared/ui/LoadingState.tsx'
import { ProblemBanner } from '../../shared/ui/ProblemBanner.tsx'
import { QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { customerQuery } from '../parts/customer-api.ts'
import { longestTag, mostTags } from '../parts/tag-limits.ts'
import { AddTag } from './AddTag.tsx'
import { RemovableTags } from './RemovableTags.tsx'
import { useTagActs } from './use-tag-acts.ts'

const useStyles = makeStyles({ surface: { maxWidth: 'min(520px, calc(100vw - 32px))' }, content: { paddingBottom: '8px' } })

type CustomerTagsDialogProps = { customerId: string; companyName: string; onClose: () => void }

/** The tags of one customer, changed from the list without leaving it. */
export function CustomerTagsDialog({ customerId, companyName, onClose }: CustomerTagsDialogProps) {
  const styles = useStyles()
  const { t } = useText()
  return (
    <Dialog open modalType="modal" onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface className={styles.surface}>
        <FocusReturn />
        <DialogBody>
          <DialogTitle>{t('customers.tagsOf', { name: companyName })}</DialogTitle>
          <DialogContent className={styles.content}>
            <TagsOf customerId={customerId} />
          </DialogContent>
          <DialogActions fluid>
            <Button onClick={onClose}>{t('shell.close')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

function TagsOf({ customerId }: { customerId: string }) {
  const texts = useText()
  const { t } = texts
  const account = useQuery({ ...customerQuery(customerId), staleTime: 0 })
  const { add, remove, error, isBusy } = useTagActs(customerId, account.data)
  const input = useRef<HTMLInputElement>(null)
  // The button that was pressed goes with its tag: the focus must not be lost with it.
  const removeAndStay = (tag: string) => {
    remove(tag)
    input.current?.focus()
  }
  if (account.error && !account.data) return <ErrorState problem={describeProblem(account.error, texts)} onRetry={() => void account.refetch()} />
  if (!account.data) return <LoadingState lines={3} />
  const { tags, can } = account.data.value
  const mayChange = can.includes('updateAccount')
  return (
    <Stack>
      <ProblemBanner problem={error ? describeProblem(error, texts) : null} />
      <RemovableTags tags={tags} isBusy={isBusy} onRemove={mayChange ? removeAndStay : undefined} />
      {mayChange && <AddTag ref={input} tags={tags} isBusy={isBusy} onAdd={add} />}
      <QuietText>{mayChange ? t('customers.tagLimits', { count: tags.length, most: mostTags, longest: longestTag }) : t('customers.tagsBlocked')}</QuietText>
    </Stack>
  )
}
