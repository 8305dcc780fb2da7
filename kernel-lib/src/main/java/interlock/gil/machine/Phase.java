package interlock.gil.machine;

/** What a thread does when its burst of work, its wait or its lock's protocol is over. */
final class Phase {
  /** The thread's activity is asked for more. */
  static final int NEXT = 0;

  /** Takes the lock first, then asks. */
  static final int TAKE_NEXT = 1;

  static final int COMPUTE = 2;
  static final int CHECK_POINT = 3;
  static final int ALLOWED = 4;
  static final int BLOCKING = 5;
  static final int BLOCK = 6;
  static final int CALLING = 7;
  static final int ACQUIRE = 8;
  static final int RELOCK = 9;
  static final int AWAIT = 10;
  static final int PARK_GET = 11;
  static final int GET = 12;
  static final int SENDING = 13;
  static final int SENT = 14;
  static final int RECEIVING = 15;
  static final int RECEIVE = 16;
  static final int SPAWNING = 17;
  static final int AWAIT_START = 18;
  static final int START = 19;
  static final int STARTED = 20;
  static final int AWAIT_END = 21;
  static final int ENDING = 22;
  static final int RETAKE = 23;
  static final int PARK_AWAIT = 24;
  static final int TAKE_RELOCK = 25;
  static final int TAKE_GET = 26;
  static final int DROP_FOR_IO = 27;

  private Phase() {}
}
