import type { Messages } from './en';

export const fr: Messages = {
  service: 'Identifiants',
  otherLanguage: 'English',
  languageChanged: 'La page est maintenant en français.',
  working: 'Un instant…',
  copied: 'Copié',
  steps: {
    label: 'Étapes',
    names: ['Nom d’utilisateur', 'Mot de passe', 'Application d’authentification', 'Premier code'],
    position: (step, of) => `Étape ${step} sur ${of}`,
  },
  fields: {
    username: 'Nom d’utilisateur',
    usernameHint: '3 à 64 caractères : lettres sans accent, chiffres, points, tirets, tirets bas.',
    usernameInvalid:
      'Saisissez 3 à 64 caractères : lettres sans accent, chiffres, points, tirets, tirets bas.',
    usernameMissing: 'Saisissez votre nom d’utilisateur.',
    password: 'Mot de passe',
    passwordMissing: 'Saisissez votre mot de passe.',
    passwordTooLong: 'C’est trop long : un mot de passe a au plus 128 caractères.',
    code: 'Code de votre application d’authentification',
    codeHint: 'Six chiffres. Un nouveau code apparaît toutes les 30 secondes.',
    codeHintRenewal:
      'Six chiffres. Un code ne sert qu’une fois : si vous venez d’en utiliser un, attendez le suivant.',
    codeInvalid: 'Saisissez les six chiffres que votre application affiche en ce moment.',
    show: 'Afficher',
    hide: 'Masquer',
    showPassword: 'Afficher le mot de passe',
    hidePassword: 'Masquer le mot de passe',
  },
  copy: {
    action: 'Copier',
    password: 'Copier le mot de passe',
    passwordDone: 'Le mot de passe est copié.',
    key: 'Copier la clé',
    keyDone: 'La clé est copiée.',
    failed:
      'La copie n’est pas possible ici. Affichez le texte, sélectionnez-le et copiez-le vous-même.',
  },
  signIn: {
    title: 'Se connecter',
    lead: 'Avec le mot de passe généré pour vous et un code de votre téléphone.',
    action: 'Se connecter',
    noAccount: 'Pas encore de compte ?',
    create: 'Créer un compte',
  },
  createAccount: {
    title: 'Choisissez un nom d’utilisateur',
    lead: 'C’est la seule chose que vous choisissez. Le mot de passe est généré pour vous, et une application sur votre téléphone produit les codes.',
    needs: 'Préparez',
    need: [
      'un endroit sûr pour un mot de passe : un gestionnaire de mots de passe, ou un papier mis sous clé',
      'une application d’authentification, sur votre téléphone ou sur cet appareil',
      'environ trois minutes',
    ],
    action: 'Générer mon mot de passe',
    cancel: 'Retour à la connexion',
  },
  savePassword: {
    title: 'Conservez votre mot de passe',
    lead: 'Il n’est affiché que cette fois. Ensuite, personne ne peut le lire, pas même nous.',
    slip: 'Affiché une seule fois',
    qrCode:
      'QR code de votre mot de passe, pour l’enregistrer sur un téléphone. Il contient le même mot de passe que le champ ci-dessus.',
    qrCaption: 'Le même mot de passe, pour l’appareil photo d’un téléphone',
    signUpUntil: (time) =>
      `Dernier délai : ${time}. Jusque-là, le nom d’utilisateur vous est réservé.`,
    renewalUntil: (time) =>
      `Votre mot de passe et vos codes actuels restent valables jusqu’à ce que vous ayez terminé. Dernier délai : ${time}.`,
    action: 'Je l’ai conservé',
    wrongPassword: 'Ces nouveaux identifiants ne vous attendent plus. Veuillez recommencer.',
  },
  authenticator: {
    title: 'Ajoutez le compte à votre application',
    lead: 'Votre application d’authentification affichera alors un nouveau code à six chiffres toutes les 30 secondes.',
    slip: 'Affiché seulement maintenant',
    scan: 'Scannez ceci avec l’application',
    qrCode:
      'QR code pour votre application d’authentification. La même clé figure ci-dessous sous forme de texte.',
    open: 'Ouvrir dans mon application d’authentification',
    openHint: 'Si l’application est sur cet appareil.',
    type: 'Ou saisissez la clé',
    typeHint:
      'Choisissez « basé sur le temps » si l’application le demande. Majuscules et espaces sont sans importance.',
    key: 'Clé',
    account: 'Compte',
    renewal:
      'C’est une nouvelle entrée. Gardez l’ancienne dans votre application jusqu’à ce que vous ayez terminé.',
    action: 'Je l’ai ajouté',
  },
  firstCode: {
    title: 'Saisissez votre premier code',
    signUp: 'Il prouve que l’application fonctionne et active votre compte.',
    renewal:
      'Il prouve que l’application fonctionne. Ensuite, seuls vos nouveaux identifiants comptent.',
    entry: 'Prenez le code de la nouvelle entrée de votre application.',
    action: { signUp: 'Activer mon compte', renewal: 'Activer mes nouveaux identifiants' },
    showAgain: 'Revoir la clé',
    wrongCode:
      'Ce code n’est pas le bon, ou a déjà servi. Attendez le suivant et saisissez-le. Si cela échoue encore, vérifiez que votre téléphone se met à l’heure automatiquement. Si rien n’y fait, arrêtez et recommencez.',
  },
  stop: {
    signUp: 'Arrêter et revenir à la connexion',
    renewal: 'Pas maintenant : garder mes identifiants actuels',
  },
  signedIn: {
    title: (username) => `Bienvenue, ${username}`,
    lead: 'Votre mot de passe et votre code sont corrects.',
    accountReady: 'Votre compte est prêt',
    accountReadyLead:
      'Désormais, vous vous connectez avec votre nom d’utilisateur, ce mot de passe et un code.',
    renewed: 'Vos nouveaux identifiants sont actifs',
    renewedLead:
      'Les anciens ne fonctionnent plus : supprimez l’ancien mot de passe et l’ancienne entrée de votre application d’authentification.',
    username: 'Nom d’utilisateur',
    previousLogin: 'Connexion précédente',
    firstLogin: 'Aucune : celle-ci est la première.',
    expiry: 'Fin des identifiants',
    noExpiry: 'Ils n’ont pas de date de fin.',
    endsSoon: (days) =>
      `Vos identifiants prennent fin ${days}. Vous pouvez les renouveler dès maintenant.`,
    notYou:
      'Cette connexion n’était pas la vôtre ? Alors quelqu’un connaît vos identifiants : renouvelez-les maintenant.',
    renew: 'Renouveler mes identifiants',
    signOut: 'Se déconnecter',
  },
  expired: {
    title: 'Vos identifiants ont expiré',
    lead: 'Votre mot de passe et votre code sont corrects, mais leur durée est écoulée. Vous recevez maintenant un nouveau mot de passe et une nouvelle clé pour votre application d’authentification. Tant que vous n’avez pas terminé, les actuels vous ramènent ici.',
    until: (time) => `Dernier délai : ${time}. Ensuite, reconnectez-vous pour revenir ici.`,
    action: 'Obtenir mon nouveau mot de passe',
  },
  renew: {
    title: 'Confirmez que c’est vous',
    lead: 'Vous recevrez un nouveau mot de passe et une nouvelle clé pour votre application. Jusqu’à ce que vous ayez terminé, les actuels restent valables.',
    action: 'Continuer',
    cancel: 'Pas maintenant',
    confirmed: 'C’est bien vous',
    confirmedLead:
      'Vous recevez maintenant un nouveau mot de passe, puis une nouvelle clé pour votre application d’authentification.',
    until: (time) => `Dernier délai : ${time}. Ensuite, il faudra confirmer de nouveau.`,
    again: 'Revenir à la connexion',
  },
  wait: {
    remaining: (time) => `Vous pourrez réessayer dans ${time}.`,
    over: 'Vous pouvez réessayer maintenant.',
    action: 'Réessayer',
  },
  problems: {
    invalid_request: {
      title: 'Cela n’a pas été accepté',
      text: 'Vérifiez votre saisie et envoyez-la de nouveau.',
    },
    invalid_ticket: {
      title: 'Le délai pour renouveler est écoulé',
      text: 'L’autorisation de renouveler dure dix minutes. Connectez-vous de nouveau pour en obtenir une autre.',
    },
    invalid_credentials: {
      title: 'Cela ne correspond pas',
      text: 'Le nom d’utilisateur, le mot de passe ou le code n’est pas le bon. Un code ne sert qu’une fois : si vous avez déjà utilisé celui-ci, attendez le suivant.',
    },
    credentials_expired: {
      title: 'Vos identifiants ont expiré',
      text: 'Connectez-vous de nouveau pour en obtenir de nouveaux.',
    },
    method_not_allowed: {
      title: 'Cette page n’est plus à jour',
      text: 'Rechargez-la, puis réessayez.',
    },
    username_taken: {
      title: 'Ce nom d’utilisateur est pris',
      text: 'Choisissez-en un autre. Si vous avez vous-même commencé avec ce nom sans terminer, il redevient libre après 15 minutes.',
    },
    too_large: {
      title: 'C’était trop long',
      text: 'Vérifiez votre saisie et envoyez-la de nouveau.',
    },
    unsupported_media_type: {
      title: 'Cette page n’est plus à jour',
      text: 'Rechargez-la, puis réessayez.',
    },
    too_many_sign_ups: {
      title: 'Beaucoup de comptes sont en cours de création',
      text: 'Votre saisie est conservée.',
    },
    too_many_attempts: {
      title: 'Trop de codes erronés',
      text: 'Pour protéger le compte, les codes ne sont plus examinés pendant un moment.',
    },
    internal_error: {
      title: 'Un problème est survenu de notre côté',
      text: 'Votre saisie est conservée. Réessayez ; si cela persiste, prévenez votre administrateur.',
    },
    unavailable: {
      title: 'Le service ne peut pas répondre pour l’instant',
      text: 'Votre saisie est conservée. Si un code est ensuite refusé, attendez le suivant.',
    },
    gateway_busy: {
      title: 'Le service est très sollicité',
      text: 'Votre saisie est conservée.',
    },
    gateway_failed: {
      title: 'Un problème est survenu de notre côté',
      text: 'Votre saisie est conservée. Réessayez ; si cela persiste, prévenez votre administrateur.',
    },
    gateway_unavailable: {
      title: 'Le service est injoignable pour l’instant',
      text: 'Votre saisie est conservée. Réessayez dans un moment.',
    },
    no_answer: {
      title: 'Aucune réponse n’est arrivée',
      text: 'Votre saisie est conservée. Vérifiez votre connexion et réessayez. Si un code est alors refusé, attendez le suivant.',
    },
    not_understood: {
      title: 'La réponse n’a pas été comprise',
      text: 'Votre saisie est conservée. Quelque chose entre vous et le service a peut-être répondu à sa place. Réessayez.',
    },
  },
};
