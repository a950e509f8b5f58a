import { api } from '../../shared/api/api.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'
import type { OperatorManifest } from '../parts/cloud-api.ts'
import { operatorKey } from '../parts/operator-api.ts'

/** One change of a cloud, on the version that is shown; in force everywhere within a second. */
export function useCloudChange(cloud: OperatorManifest, onDone: () => void) {
  const { t } = useText()
  const notify = useNotify()
  return useAct({
    send: (change: Record<string, unknown>) => api.patch(`/operator/cloud-manifests/${cloud.id}`, { body: change, ifMatch: `"${cloud.version}"` }),
    changes: [operatorKey, ['session']],
    onDone: () => {
      notify.done(t('clouds.saved'))
      onDone()
    },
  })
}
