import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { ProblemBanner } from '../../shared/ui/ProblemBanner.tsx'
import { Acts, QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'
import { brandingKey, type OperatorBranding } from '../parts/branding-api.ts'

const useStyles = makeStyles({
  picture: { maxWidth: '240px', maxHeight: '96px', padding: '12px', borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorNeutralBackground4 },
  file: { display: 'none' },
})

const mostBytes = 500_000

/** The picture is sent as it is chosen, and comes back as the server wrote it. */
export function LogoPanel({ branding }: { branding: OperatorBranding }) {
  const styles = useStyles()
  const texts = useText()
  const { t } = texts
  const notify = useNotify()
  const input = useRef<HTMLInputElement>(null)
  const [isTooLarge, setTooLarge] = useState(false)
  const act = useAct({
    send: (png: string | null) => api.put('/operator/branding/logo', { body: { png }, ifMatch: `"${branding.version}"` }),
    changes: [brandingKey, ['session'], ['activity']],
    onDone: () => notify.done(t('branding.saved')),
  })
  const choose = async (file: File | undefined) => {
    if (!file) return
    setTooLarge(file.size > mostBytes)
    if (file.size <= mostBytes) act.mutate(base64Of(new Uint8Array(await file.arrayBuffer())))
  }
  const problem = act.error && !act.isPending ? describeProblem(act.error, texts) : null
  return (
    <Panel title={t('branding.logo')}>
      <ProblemBanner problem={problem} />
      <Stack>
        <QuietText>{t('branding.logoText')}</QuietText>
        {branding.logo ? (
          <div>
            <img className={styles.picture} src={branding.logo} alt={t('branding.logoOf')} />
          </div>
        ) : (
          <QuietText>{t('branding.noLogo')}</QuietText>
        )}
        {isTooLarge && <QuietText>{t('branding.tooLarge')}</QuietText>}
        <input
          ref={input}
          className={styles.file}
          type="file"
          accept="image/png"
          aria-label={t('branding.chooseLogo')}
          onChange={(event) => {
            void choose(event.target.files?.[0])
            event.target.value = ''
          }}
        />
        <Acts>
          <Button disabledFocusable={act.isPending} onClick={() => input.current?.click()}>
            {t('branding.chooseLogo')}
          </Button>
          {branding.logo && (
            <Button disabledFocusable={act.isPending} onClick={() => act.mutate(null)}>
              {t('branding.removeLogo')}
            </Button>
          )}
        </Acts>
      </Stack>
    </Panel>
  )
}

function base64Of(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}
