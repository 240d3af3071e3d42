package plenum.media.jitsi;

import java.net.http.HttpClient;
import java.util.concurrent.ScheduledExecutorService;

/** What all conferences of the focus share. */
record Parts(JitsiSettings settings, HttpClient http, ScheduledExecutorService timer, Announcer announcer) {}
