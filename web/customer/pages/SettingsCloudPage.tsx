import { OwnCloud } from '../../shared/pages/clouds/OwnCloud.tsx'

export function SettingsCloudPage() {
  return <OwnCloud />
}
