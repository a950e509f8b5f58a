import { Button, Checkbox, makeStyles, tokens } from '@fluentui/react-components'
import { ArrowDownloadRegular, PrintRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { useText } from '../language/LanguageProvider.tsx'
import { CopyButton } from '../ui/CopyButton.tsx'
import { saveFile } from '../ui/save-file.ts'
import { Acts, Stack } from '../ui/Stack.tsx'
import { DoorCard } from './DoorCard.tsx'

const useStyles = makeStyles({
  codes: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(150px, 1fr))',
    gap: '8px 16px',
    margin: 0,
    padding: '16px 20px',
    listStyleType: 'none',
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground3,
    fontFamily: tokens.fontFamilyMonospace,
  },
})

/** Shown once. Going on needs a word that they are kept, since nobody can show them again. */
export function KeepRecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const { t } = useText()
  return (
    <DoorCard title={t('signIn.recoveryTitle')} intro={t('signIn.recoveryText')}>
      <RecoveryCodeList codes={codes} onDone={onDone} />
    </DoorCard>
  )
}

export function RecoveryCodeList({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const styles = useStyles()
  const { t } = useText()
  const [isKept, setKept] = useState(false)
  const text = `${codes.join('\n')}\n`
  return (
    <Stack>
      {/* On paper nothing but the codes: page.css hides the rest. */}
      <ul className={styles.codes} data-prints-alone>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Acts>
        <CopyButton isLabelled appearance="secondary" size="medium" text={text} what={t('signIn.recoveryCopy')} />
        <Button icon={<ArrowDownloadRegular />} onClick={() => saveFile(new Blob([text], { type: 'text/plain' }), 'vinculo-recovery-codes.txt')}>
          {t('signIn.recoverySave')}
        </Button>
        <Button icon={<PrintRegular />} onClick={() => window.print()}>
          {t('signIn.recoveryPrint')}
        </Button>
      </Acts>
      <Checkbox checked={isKept} onChange={(_, { checked }) => setKept(checked === true)} label={t('signIn.recoverySaved')} />
      <Acts>
        <Button appearance="primary" disabledFocusable={!isKept} onClick={onDone}>
          {t('signIn.recoveryContinue')}
        </Button>
      </Acts>
    </Stack>
  )
}
