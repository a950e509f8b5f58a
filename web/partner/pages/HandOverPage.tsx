import { HandOverView } from '../../shared/pages/hand-overs/HandOverView.tsx'
import { paths } from '../../shared/paths.ts'
import { AgreeHandOver } from '../forms/AgreeHandOver.tsx'

/** One hand-over, as the present partner or the new one reads it. */
export function HandOverPage() {
  return <HandOverView listHref={paths.partner.handOvers} answer={(handOver) => <AgreeHandOver key={handOver.version} handOver={handOver} />} />
}
