/** Asks until something is answered, also where nobody listens for a while: whom it asks is killed and comes back. */
export async function untilAnswered<Answer>(ask: () => Promise<Answer | undefined>): Promise<Answer> {
  for (let attempt = 0; attempt < 600; attempt++) {
    const answer = await ask().catch((error: unknown) => {
      if (error instanceof TypeError) return undefined
      throw error
    })
    if (answer !== undefined) return answer
    await new Promise((passed) => setTimeout(passed, 50))
  }
  throw new Error('no answer in 30 seconds')
}
