import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, makeStyles } from '@fluentui/react-components'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { AgreementText } from '../../shared/ui/AgreementText.tsx'
import { FocusReturn } from '../../shared/ui/FocusReturn.tsx'
import { QuietText, Stack } from '../../shared/ui/Stack.tsx'

const useStyles = makeStyles({ surface: { maxWidth: 'min(860px, calc(100vw - 32px))' }, content: { paddingBottom: '12px' } })

export type PreviewedText = { language: string; title: string; body: string }

/** The texts as customers are shown them: letter by letter, in the frame of the invitation. */
export function AgreementPreview({ texts, onClose }: { texts: readonly PreviewedText[]; onClose: () => void }) {
  const styles = useStyles()
  const { t } = useText()
  const formats = useFormats()
  return (
    <Dialog open modalType="modal" onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface className={styles.surface}>
        <FocusReturn />
        <DialogBody>
          <DialogTitle>{t('console.previewTitle')}</DialogTitle>
          <DialogContent className={styles.content}>
            <Stack>
              {texts.length === 0 && <QuietText>{t('operator.textMissing')}</QuietText>}
              {texts.map(({ language, title, body }) => (
                <AgreementText key={language} label={t('console.previewIn', { language: formats.language(language) })} title={title} body={body} language={language} />
              ))}
            </Stack>
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onClose}>
              {t('shell.close')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
