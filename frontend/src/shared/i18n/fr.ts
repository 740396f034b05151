import type { Messages } from './en';

export const fr: Messages = {
  service: 'Identifiants',
  otherLanguage: 'English',
  languageChanged: 'La page est maintenant en français.',
  working: 'Un instant…',
  steps: {
    label: 'Étapes',
    names: {
      username: 'Nom d’utilisateur',
      password: 'Mot de passe',
      authenticator: 'Application d’authentification',
      firstCode: 'Premier code',
    },
    position: (step, of) => `Étape ${step} sur ${of}`,
  },
  fields: {
    username: 'Nom d’utilisateur',
    usernameHint:
      '3 à 64 caractères : lettres sans accent, chiffres, points, tirets et tirets bas.',
    usernameInvalid:
      'Saisissez 3 à 64 caractères : lettres sans accent, chiffres, points, tirets et tirets bas.',
    usernameMissing: 'Saisissez votre nom d’utilisateur.',
    password: 'Mot de passe',
    passwordMissing: 'Saisissez votre mot de passe.',
    passwordTooLong: 'Ce mot de passe est trop long : 128 caractères au maximum.',
    code: 'Code de votre application d’authentification',
    codeHint: 'Six chiffres. Un nouveau code s’affiche toutes les 30 secondes.',
    codeHintRenewal:
      'Six chiffres. Chaque code est à usage unique : si vous venez d’en utiliser un, attendez le suivant.',
    codeInvalid: 'Saisissez les six chiffres qu’affiche actuellement votre application.',
    show: 'Afficher',
    hide: 'Masquer',
    showPassword: 'Afficher le mot de passe',
    hidePassword: 'Masquer le mot de passe',
  },
  copy: {
    action: 'Copier',
    done: 'Copié',
    password: 'Copier le mot de passe',
    passwordDone: 'Mot de passe copié.',
    key: 'Copier la clé',
    keyDone: 'Clé copiée.',
    failed:
      'La copie est impossible ici. Affichez le texte, puis sélectionnez-le et copiez-le vous-même.',
  },
  signIn: {
    title: 'Se connecter',
    lead: 'Utilisez le mot de passe généré pour vous et un code de votre application d’authentification.',
    action: 'Se connecter',
    noAccount: 'Pas encore de compte ?',
    create: 'Créer un compte',
  },
  createAccount: {
    title: 'Choisissez un nom d’utilisateur',
    lead: 'C’est tout ce que vous avez à choisir. Votre mot de passe est généré pour vous, et une application sur votre téléphone génère les codes.',
    needs: 'Ce qu’il vous faut',
    need: [
      'un endroit sûr pour votre mot de passe : un gestionnaire de mots de passe, ou une note gardée sous clé',
      'une application d’authentification, sur votre téléphone ou sur cet appareil',
      'environ trois minutes',
    ],
    action: 'Générer mon mot de passe',
    cancel: 'Retour à la connexion',
  },
  savePassword: {
    title: 'Enregistrez votre mot de passe',
    lead: 'Il n’est affiché qu’une seule fois. Personne, pas même nous, ne pourra le récupérer par la suite.',
    slip: 'Affiché une seule fois',
    qrCode:
      'QR code de votre mot de passe, pour l’enregistrer sur un téléphone. Il contient le même mot de passe que le champ ci-dessus.',
    qrCaption: 'Le même mot de passe, pour l’appareil photo d’un téléphone',
    signUpUntil: (time) =>
      `Dernier délai : ${time}. Jusque-là, votre nom d’utilisateur vous est réservé.`,
    renewalUntil: (time) =>
      `Votre mot de passe et vos codes actuels restent valables jusqu’à ce que vous ayez terminé. Dernier délai : ${time}.`,
    action: 'Je l’ai enregistré',
    noLongerPending: 'Ces nouveaux identifiants ne sont plus valables. Veuillez recommencer.',
  },
  authenticator: {
    title: 'Ajoutez le compte à votre application',
    lead: 'Votre application d’authentification affichera alors un nouveau code à six chiffres toutes les 30 secondes.',
    slip: 'Affiché uniquement pendant la configuration',
    scan: 'Scannez ce code avec votre application',
    qrCode:
      'QR code pour votre application d’authentification. La même clé figure ci-dessous sous forme de texte.',
    open: 'Ouvrir dans mon application d’authentification',
    openHint: 'Si l’application est sur cet appareil.',
    type: 'Ou saisissez la clé manuellement',
    typeHint:
      'Choisissez « basé sur le temps » si l’application le demande. Les majuscules et les espaces n’ont pas d’importance.',
    key: 'Clé',
    account: 'Compte',
    renewal:
      'Il s’agit d’une nouvelle entrée. Gardez l’ancienne dans votre application jusqu’à ce que vous ayez terminé.',
    action: 'Je l’ai ajouté',
  },
  firstCode: {
    title: 'Saisissez votre premier code',
    signUp: 'Il confirme que l’application fonctionne et active votre compte.',
    renewal:
      'Il confirme que l’application fonctionne. Ensuite, seuls vos nouveaux identifiants seront valables.',
    entry: 'Utilisez le code de la nouvelle entrée de votre application.',
    action: { signUp: 'Activer mon compte', renewal: 'Activer mes nouveaux identifiants' },
    showAgain: 'Afficher de nouveau la clé',
    wrongCode:
      'Ce code est incorrect ou a déjà été utilisé. Attendez le suivant et saisissez-le. Si cela échoue encore, vérifiez que votre téléphone se met à l’heure automatiquement. Si le problème persiste, arrêtez et recommencez.',
  },
  stop: {
    signUp: 'Arrêter et revenir à la connexion',
    renewal: 'Pas maintenant : conserver mes identifiants actuels',
  },
  signedIn: {
    title: (username) => `Bienvenue, ${username}`,
    lead: 'Votre mot de passe et votre code sont corrects.',
    accountReady: 'Votre compte est prêt',
    accountReadyLead:
      'Désormais, connectez-vous avec votre nom d’utilisateur, ce mot de passe et un code.',
    renewed: 'Vos nouveaux identifiants sont actifs',
    renewedLead:
      'Les anciens ne fonctionnent plus : supprimez l’ancien mot de passe et l’ancienne entrée de votre application d’authentification.',
    username: 'Nom d’utilisateur',
    previousLogin: 'Connexion précédente',
    firstLogin: 'Aucune : c’est la première.',
    expiry: 'Expiration des identifiants',
    noExpiry: 'Jamais',
    expiresSoon: (when) =>
      `Vos identifiants expirent ${when}. Vous pouvez les renouveler dès maintenant.`,
    notYou:
      'Si cette connexion n’était pas la vôtre, quelqu’un d’autre connaît vos identifiants : renouvelez-les immédiatement.',
    renew: 'Renouveler mes identifiants',
    signOut: 'Se déconnecter',
  },
  confirmIdentity: {
    title: 'Confirmez votre identité',
    lead: 'Vous allez recevoir un nouveau mot de passe et une nouvelle clé pour votre application. Votre mot de passe et vos codes actuels restent valables jusqu’à ce que vous ayez terminé.',
    action: 'Continuer',
    cancel: 'Pas maintenant',
  },
  startRenewal: {
    expired: {
      title: 'Vos identifiants ont expiré',
      lead: 'Votre mot de passe et votre code sont corrects, mais ils ont expiré. Vous allez recevoir un nouveau mot de passe et une nouvelle clé pour votre application d’authentification. Tant que vous n’avez pas terminé, vous pouvez revenir ici en vous connectant avec vos identifiants actuels.',
      until: (time) =>
        `Dernier délai pour commencer : ${time}. Ensuite, reconnectez-vous pour revenir ici.`,
    },
    requested: {
      title: 'Identité confirmée',
      lead: 'Vous allez recevoir un nouveau mot de passe, puis une nouvelle clé pour votre application d’authentification.',
      until: (time) =>
        `Dernier délai pour commencer : ${time}. Ensuite, vous devrez confirmer de nouveau votre identité.`,
    },
    action: 'Obtenir mon nouveau mot de passe',
    cancel: 'Revenir à la connexion',
  },
  wait: {
    remaining: (time) => `Vous pourrez réessayer dans ${time}.`,
    over: 'Vous pouvez réessayer maintenant.',
    action: 'Réessayer',
  },
  problems: {
    invalid_request: {
      title: 'Votre demande n’a pas été acceptée',
      text: 'Vérifiez votre saisie et réessayez.',
    },
    invalid_ticket: {
      title: 'Le délai de renouvellement est écoulé',
      text: 'Un renouvellement doit être commencé dans les dix minutes. Reconnectez-vous pour recommencer.',
    },
    invalid_credentials: {
      title: 'Ces informations sont incorrectes',
      text: 'Le nom d’utilisateur, le mot de passe ou le code est incorrect. Chaque code est à usage unique : si vous avez déjà utilisé celui-ci, attendez le suivant.',
    },
    credentials_expired: {
      title: 'Vos identifiants ont expiré',
      text: 'Reconnectez-vous pour en obtenir de nouveaux.',
    },
    method_not_allowed: {
      title: 'Cette page n’est plus à jour',
      text: 'Rechargez-la, puis réessayez.',
    },
    username_taken: {
      title: 'Ce nom d’utilisateur est déjà pris',
      text: 'Choisissez-en un autre. Si vous avez vous-même commencé une inscription avec ce nom sans la terminer, il sera de nouveau disponible au bout de 15 minutes.',
    },
    too_large: {
      title: 'Votre demande est trop longue',
      text: 'Vérifiez votre saisie et réessayez.',
    },
    unsupported_media_type: {
      title: 'Cette page n’est plus à jour',
      text: 'Rechargez-la, puis réessayez.',
    },
    sign_up_closed: {
      title: 'Aucun nouveau compte ne peut être créé ici',
      text: 'Demandez un compte à votre administrateur.',
    },
    too_many_sign_ups: {
      title: 'Trop de comptes sont en cours de création',
      text: 'Votre saisie est conservée.',
    },
    too_many_attempts: {
      title: 'Trop de codes incorrects',
      text: 'Pour protéger le compte, aucun code n’est accepté pendant un certain temps.',
    },
    too_many_requests: {
      title: 'Trop de demandes proviennent de votre réseau',
      text: 'Votre saisie est conservée.',
    },
    internal_error: {
      title: 'Une erreur est survenue de notre côté',
      text: 'Votre saisie est conservée. Réessayez ; si le problème persiste, contactez votre administrateur.',
    },
    unavailable: {
      title: 'Le service est temporairement indisponible',
      text: 'Votre saisie est conservée. Si votre code est ensuite refusé, attendez le suivant.',
    },
    gateway_busy: {
      title: 'Le service est très sollicité',
      text: 'Votre saisie est conservée.',
    },
    gateway_failed: {
      title: 'Une erreur est survenue de notre côté',
      text: 'Votre saisie est conservée. Réessayez ; si le problème persiste, contactez votre administrateur.',
    },
    gateway_unavailable: {
      title: 'Le service est injoignable pour le moment',
      text: 'Votre saisie est conservée. Réessayez dans quelques instants.',
    },
    no_response: {
      title: 'Aucune réponse reçue',
      text: 'Votre saisie est conservée. Vérifiez votre connexion et réessayez. Si votre code est ensuite refusé, attendez le suivant.',
    },
    unexpected_response: {
      title: 'Réponse inattendue',
      text: 'Votre saisie est conservée. Un intermédiaire entre vous et le service a peut-être répondu à sa place. Réessayez.',
    },
  },
};
