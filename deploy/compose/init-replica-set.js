// The init job: mongosh runs this in mongo1's own network, where MongoDB lets a stranger start a set that has no users yet.
// It runs at each start and changes nothing that is already there; an interrupted run is taken up where it stopped.
const fs = require('fs');
const secret = (name) => fs.readFileSync(`/run/secrets/${name}`, 'utf8').trim();
const admin = db.getSiblingDB('admin');
const plenum = db.getSiblingDB('plenum');

function signIn() {
  try {
    return admin.auth('root', secret('mongo_root_password')).ok === 1;
  } catch (error) {
    if (error.codeName === 'AuthenticationFailed') return false;
    throw error;
  }
}

function initiate() {
  // mongo1 is preferred as primary, so that this job finds a writable member where it runs.
  const members = ['mongo1', 'mongo2', 'mongo3'].map((name, index) => ({
    _id: index,
    host: `${name}:27017`,
    priority: index === 0 ? 2 : 1,
  }));
  try {
    rs.initiate({ _id: 'plenum', members });
  } catch (error) {
    if (error.codeName !== 'AlreadyInitialized') throw error;
  }
}

function awaitPrimary() {
  for (let seconds = 0; seconds < 120; seconds++) {
    if (db.hello().isWritablePrimary) return;
    sleep(1000);
  }
  throw new Error('mongo1 is not primary after 120 s');
}

const known = signIn();
if (!known) initiate();
awaitPrimary();
if (!known) {
  admin.createUser({ user: 'root', pwd: secret('mongo_root_password'), roles: ['root'] }, { w: 'majority' });
  if (!signIn()) throw new Error('root cannot sign in');
}
if (plenum.getUser('plenum') === null) {
  const roles = [{ role: 'readWrite', db: 'plenum' }];
  plenum.createUser({ user: 'plenum', pwd: secret('mongo_plenum_password'), roles }, { w: 'majority' });
}
print('replica set plenum is ready');
