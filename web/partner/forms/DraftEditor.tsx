import { Field, Input, makeStyles, mergeClasses, Textarea, tokens } from '@fluentui/react-components'
import { LockClosedRegular } from '@fluentui/react-icons'
import { useId, useLayoutEffect, useRef } from 'react'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { CopyButton } from '../../shared/ui/CopyButton.tsx'
import type { LetterState } from './use-letter.ts'
import type { Zone } from './draft-zones.ts'

const useStyles = makeStyles({
  letter: { display: 'flex', flexDirection: 'column', rowGap: '12px', minWidth: 0 },
  area: { width: '100%', '& > textarea': { minHeight: '72px', maxHeight: 'none', lineHeight: tokens.lineHeightBase400, resize: 'none', overflow: 'hidden' } },
  locked: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr) auto',
    alignItems: 'start',
    columnGap: '10px',
    padding: '12px 14px',
    borderRadius: tokens.borderRadiusLarge,
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  lock: { fontSize: '18px', marginTop: '1px', color: tokens.colorNeutralForeground3 },
  words: { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', lineHeight: tokens.lineHeightBase400 },
  link: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200, color: tokens.colorBrandForeground1 },
  why: { gridColumn: '2 / -1', margin: '4px 0 0', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
})

/** The letter on screen: own words can be written over, the link and what the cloud protects cannot [S0.17, S2.14-15]. */
export function DraftEditor({ letter }: { letter: LetterState }) {
  const styles = useStyles()
  const { t } = useText()
  const before = letter.zones.findIndex(({ kind }) => kind === 'link')
  return (
    <div className={styles.letter}>
      <Field label={t('requests.draft.subject')} validationMessage={letter.refusals.subject}>
        <Input id={letter.subjectId} value={letter.subject} maxLength={200} onChange={(_, { value }) => letter.setSubject(value)} />
      </Field>
      {letter.zones.map((zone, at) =>
        zone.kind === 'own' ? (
          <Field key={letter.zoneId(at)} label={t(at < before ? 'requests.draft.beforeLink' : 'requests.draft.afterLink')} validationMessage={letter.refusals.zones[at]}>
            <GrowingText id={letter.zoneId(at)} value={zone.text} onChange={(text) => letter.setZone(at, text)} />
          </Field>
        ) : (
          <Protected key={letter.zoneId(at)} zone={zone} />
        ),
      )}
    </div>
  )
}

/** As tall as its text: a letter is read as a whole, not through a slit. */
function GrowingText({ id, value, onChange }: { id: string; value: string; onChange: (text: string) => void }) {
  const styles = useStyles()
  const area = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => {
    const element = area.current
    if (!element) return
    const fit = () => {
      element.style.height = 'auto'
      element.style.height = `${element.scrollHeight + 2}px`
    }
    fit()
    const observer = new ResizeObserver(fit)
    observer.observe(element.parentElement!)
    return () => observer.disconnect()
  }, [value])
  return <Textarea ref={area} id={id} className={styles.area} value={value} maxLength={20_000} spellCheck onChange={(_, { value: text }) => onChange(text)} />
}

function Protected({ zone }: { zone: Zone }) {
  const styles = useStyles()
  const { t } = useText()
  const id = useId()
  const isLink = zone.kind === 'link'
  return (
    <div role="group" aria-labelledby={id} className={styles.locked}>
      <LockClosedRegular className={styles.lock} aria-hidden="true" />
      <p className={mergeClasses(styles.words, isLink && styles.link)}>{zone.text}</p>
      {isLink && <CopyButton text={zone.text} what={t('requests.draft.link')} />}
      <p id={id} className={styles.why}>
        {t(isLink ? 'requests.draft.linkLocked' : 'requests.draft.textLocked')}
      </p>
    </div>
  )
}
