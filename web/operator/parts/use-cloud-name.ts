import { useQuery } from '@tanstack/react-query'
import { useLocalName } from '../../shared/language/LanguageProvider.tsx'
import { cloudsQuery } from './operator-api.ts'

/** The name of a cloud by its id; the id itself until the names are read. */
export function useCloudName(): (id: string) => string {
  const localName = useLocalName()
  const clouds = useQuery(cloudsQuery).data?.items
  return (id) => {
    const cloud = clouds?.find((one) => one.id === id)
    return cloud ? localName(cloud.name) : id
  }
}
