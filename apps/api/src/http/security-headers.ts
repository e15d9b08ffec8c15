import type { RequestHandler } from 'express';
import helmet from 'helmet';

/**
 * Headers that keep a page of ours to itself: everything from our own origin, no frames, no plug-ins.
 * Styles may stand inline, because Mantine, CodeMirror and highlighted code set them; scripts may not.
 */
export const securityHeaders = (): RequestHandler =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    // The customer's other hosts under the same name are not ours to decide about.
    strictTransportSecurity: { maxAge: 365 * 24 * 60 * 60, includeSubDomains: false },
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
    // A class may run on http in a room's network, where these two would only warn or break.
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
  });
