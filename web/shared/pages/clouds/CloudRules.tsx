import { useText } from '../../language/LanguageProvider.tsx'
import { KeyValueList } from '../../ui/KeyValueList.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { StatusBadge } from '../../ui/StatusBadge.tsx'

export type CloudRule = { key: string; title: string; value: string; /** by the operator */ isChanged?: boolean; /** what the rule waits for */ capability?: string | null }

/** Rules of a cloud in words. */
export function CloudRules({ title, lines }: { title: string; lines: readonly CloudRule[] }) {
  const { t } = useText()
  return (
    <Panel title={title}>
      <KeyValueList
        items={lines.map(({ title: name, value, isChanged, capability }) => ({
          key: name,
          value: (
            <>
              {value} {isChanged && <StatusBadge tone="accent">{t('clouds.changed')}</StatusBadge>}
              {capability != null && <StatusBadge tone="neutral">{t('clouds.builtBy', { capability })}</StatusBadge>}
            </>
          ),
        }))}
      />
    </Panel>
  )
}
