import type * as obsidian from 'obsidian';

/** Refuses: there is no network here. */
export function requestUrl(request: obsidian.RequestUrlParam | string): obsidian.RequestUrlResponsePromise {
  const url = typeof request === 'string' ? request : request.url;
  const refused = Promise.reject<never>(
    new Error(`net::ERR_INTERNET_DISCONNECTED: the stand-in has no network (${url})`),
  );
  // One refusal, seen through four doors: whoever waits at one of them gets it.
  refused.catch(() => undefined);
  return Object.assign(refused, { arrayBuffer: refused, json: refused, text: refused });
}

/** Refuses: there is no network here. */
export function request(given: obsidian.RequestUrlParam | string): Promise<string> {
  return requestUrl(given).text;
}
