/** Everything under it is the API's; everything else is the web app's. */
export const apiPrefix = 'api';
