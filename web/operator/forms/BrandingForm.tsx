import { api } from '../../shared/api/api.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { Form } from '../../shared/form/Form.tsx'
import { useForm } from '../../shared/form/use-form.ts'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { TextField } from '../../shared/ui/FormField.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'
import { brandingKey, type OperatorBranding } from '../parts/branding-api.ts'
import { contrastWithWhite, isColour } from './contrast.ts'

const links = ['privacy', 'terms', 'imprint', 'accessibility'] as const
type Name = 'name' | 'accent' | (typeof links)[number]

export function BrandingForm({ branding }: { branding: OperatorBranding }) {
  const { t } = useText()
  const formats = useFormats()
  const notify = useNotify()
  const labels = { name: t('branding.name'), accent: t('branding.accent'), ...Object.fromEntries(links.map((link) => [link, t(`branding.link.${link}`)])) } as Record<Name, string>
  const initial = { name: branding.name ?? '', accent: branding.accent ?? '', ...Object.fromEntries(links.map((link) => [link, branding.links[link] ?? ''])) } as Record<Name, string>
  const form = useForm<Name>({
    initial,
    labels,
    check: ({ accent }) => (accent.trim() === '' || isColour(accent.trim()) ? {} : { accent: t('branding.accentForm') }),
  })
  const given = (name: Name) => form.values[name].trim() || null
  const save = useAct({
    send: () =>
      api.put('/operator/branding', {
        body: { name: given('name'), accent: given('accent'), links: Object.fromEntries(links.map((link) => [link, given(link)])) },
        ifMatch: `"${branding.version}"`,
      }),
    changes: [brandingKey, ['session'], ['activity']],
    onDone: () => notify.done(t('branding.saved')),
  })
  const accent = form.values.accent.trim()
  const ratio = isColour(accent) ? contrastWithWhite(accent) : null
  const contrast = ratio === null ? t('branding.accentHint') : t('branding.contrast', { ratio: formats.number(Math.floor(ratio * 10) / 10), enough: ratio >= 4.5 ? 'yes' : 'no' })
  return (
    <Panel title={t('branding.look')}>
      <Form form={form} act={save} onSubmit={() => save.mutate()} submitLabel={t('shell.save')}>
        <TextField field={form.field('name')} label={labels.name} hint={t('branding.nameHint')} autoComplete="off" maxLength={60} />
        <TextField field={form.field('accent')} label={labels.accent} hint={contrast} autoComplete="off" maxLength={7} />
        {links.map((link) => (
          <TextField key={link} field={form.field(link)} label={labels[link]} hint={t('branding.linkHint')} type="url" autoComplete="off" maxLength={500} />
        ))}
      </Form>
    </Panel>
  )
}
