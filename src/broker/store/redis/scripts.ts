/**
 * What has to happen in one piece, in the store's own language. Each takes the time from the store, the one clock that
 * all brokers share, and answers in differences to it or tells it.
 */
export const scripts = {
  /**
   * Registers this broker as running, and tells the time in ms and how many are. It writes, so that a store that takes
   * no writes is noticed at once. KEYS: the brokers; ARGV: this one's name, for how many ms it then counts as running.
   */
  heartbeat: `
    local time = redis.call('TIME')
    local now = time[1] * 1000 + math.floor(time[2] / 1000)
    redis.call('ZADD', KEYS[1], now, ARGV[1])
    redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - ARGV[2])
    redis.call('PEXPIRE', KEYS[1], ARGV[2])
    return {now, redis.call('ZCARD', KEYS[1])}`,

  /**
   * The generic cell rate algorithm of \`createRateLimit\`, in microseconds. KEYS: the limit's key; ARGV: the interval
   * of one event, the window, and whether it is only reported, since it has passed already. Tells how long to wait, and
   * how much of the window is used.
   */
  count: `
    local time = redis.call('TIME')
    local now = time[1] * 1000000 + time[2]
    local interval, window = tonumber(ARGV[1]), tonumber(ARGV[2])
    local from = tonumber(redis.call('GET', KEYS[1]) or now)
    if from < now or from > now + window then from = now end
    local full = from + interval
    if full > now + window + 1 then
      if ARGV[3] ~= 'reported' then return {math.ceil(full - now - window), from - now} end
      full = now + window
    end
    redis.call('SET', KEYS[1], string.format('%.0f', full), 'PX', math.ceil((full - now) / 1000) + 1)
    return {0, full - now}`,

  /**
   * Lets no window of time hold more requests to Timekit than it may. KEYS: the times of all, those for strangers, and a pause, while which exists nothing may be sent;
   * ARGV: the window in ms, the limit of each, whether it is a stranger's, and whether it is only reported. Tells how
   * long to wait.
   */
  spend: `
    local time = redis.call('TIME')
    local now = time[1] * 1000 + math.floor(time[2] / 1000)
    local window = tonumber(ARGV[1])
    local last = ARGV[4] == 'stranger' and 2 or 1
    local wait = math.max(0, redis.call('PTTL', KEYS[3]))
    for index = 1, last do
      local first = tonumber(redis.call('LINDEX', KEYS[index], ARGV[index + 1] - 1) or 0)
      local left = first + window - now
      if left <= window and left > wait then wait = left end
    end
    if wait > 0 and ARGV[5] ~= 'reported' then return wait end
    for index = 1, last do
      redis.call('LPUSH', KEYS[index], now)
      redis.call('LTRIM', KEYS[index], 0, ARGV[index + 1] - 1)
      redis.call('PEXPIRE', KEYS[index], window)
    end
    return 0`,

  /**
   * Gives a broker the turn to ask about a resource, unless another one has it. It may have it itself, from before its
   * connection was lost. KEYS: the turn, and what is kept; ARGV: the broker, for how many ms. Tells whether, and what is
   * kept.
   */
  acquireLease: `
    local whose = redis.call('GET', KEYS[1])
    local taken = 0
    if not whose or whose == ARGV[1] then
      redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
      taken = 1
    end
    return {taken, redis.call('GET', KEYS[2])}`,

  /** Ends a turn, unless it is another broker's by now. KEYS: the turn; ARGV: whose it was. */
  release: `
    if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end
    return 0`,
} as const;

export type ScriptName = keyof typeof scripts;
