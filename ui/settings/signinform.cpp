// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/signinform.h"

#include <QLineEdit>
#include <QPlainTextEdit>

namespace sockeye {

using namespace Qt::StringLiterals;
using Kind = SignInDraft::Kind;

SignInForm::SignInForm(
    FormColumn &column, FormFields &fields, const SettingsContext &context, DraftSecrets &secrets)
    : QObject(&column)
{
    addKinds(column, fields);
    m_secret =
        new SecretRows{column, context.chooseFile, {u"secretPlace"_s, u"secret"_s, u"secretFile"_s}, secrets};
    fields.add(FormField::Secret, m_secret->secretRow());
    fields.add(FormField::SecretFile, m_secret->fileRow());
    addFetching(column, fields);
    connectEditors();
    arrange();
}

SignInForm::~SignInForm() = default;

void SignInForm::addKinds(FormColumn &column, FormFields &fields)
{
    m_kind = named<QComboBox>(u"signIn"_s, &column);
    addChoice(m_kind, tr("None", "no sign-in"), Kind::None);
    addChoice(m_kind, tr("User name and password"), Kind::Basic);
    addChoice(m_kind, tr("Token"), Kind::Token);
    addChoice(m_kind, tr("OAuth 2 client credentials"), Kind::OAuth2);
    addChoice(m_kind, tr("Token from a command"), Kind::Command);
    fields.add(FormField::SignIn, column.addRow(tr("Sign &in"), m_kind));
    m_username = named<QLineEdit>(u"username"_s, &column);
    m_usernameRow = column.addRow(tr("&User name"), m_username);
    m_tokenType = named<QLineEdit>(u"tokenType"_s, &column);
    m_tokenTypeRow = column.addRow(
        tr("Type"), m_tokenType, tr("The word before the token. Nearly every server wants Bearer."));
    m_clientId = named<QLineEdit>(u"clientId"_s, &column);
    m_clientIdRow = column.addRow(tr("Client ID"), m_clientId);
    fields.add(FormField::Username, m_usernameRow);
    fields.add(FormField::TokenType, m_tokenTypeRow);
    fields.add(FormField::ClientId, m_clientIdRow);
}

void SignInForm::addFetching(FormColumn &column, FormFields &fields)
{
    m_tokenUrl = named<QLineEdit>(u"tokenUrl"_s, &column);
    m_tokenUrl->setPlaceholderText(u"https://login.example.net/oauth2/token"_s);
    m_tokenUrlRow = column.addRow(
        tr("Token URL"), m_tokenUrl, tr("Gives out tokens, which are renewed before they expire."));
    m_scopes = named<QLineEdit>(u"scopes"_s, &column);
    m_scopesRow = column.addRow(
        tr("Scopes"), m_scopes, tr("Separated by spaces. Leave empty when none are asked for."));
    m_parameters = makeLinesEdit(u"tokenParameters"_s, &column);
    m_parameters->setPlaceholderText(u"audience=prometheus"_s);
    m_parametersRow = column.addRow(tr("Parameters"), m_parameters,
        tr("Further fields of the request for a token, one a line. Secrets do not go here."));
    m_command = named<QLineEdit>(u"command"_s, &column);
    m_command->setPlaceholderText(u"gcloud auth print-access-token"_s);
    m_commandRow = column.addRow(tr("Command"), m_command);
    fields.add(FormField::TokenUrl, m_tokenUrlRow);
    fields.add(FormField::Scopes, m_scopesRow);
    fields.add(FormField::TokenParameters, m_parametersRow);
    fields.add(FormField::Command, m_commandRow);
}

void SignInForm::connectEditors()
{
    connect(m_kind, &QComboBox::activated, this, [this] {
        arrange();
        Q_EMIT edited();
    });
    for (QLineEdit *edit : {m_username, m_tokenType, m_clientId, m_tokenUrl, m_scopes, m_command})
        connect(edit, &QLineEdit::textEdited, this, &SignInForm::edited);
    connect(m_command, &QLineEdit::textChanged, this, &SignInForm::showArguments);
    connect(m_parameters, &QPlainTextEdit::textChanged, this, &SignInForm::edited);
    connect(m_secret, &SecretRows::edited, this, &SignInForm::edited);
}

void SignInForm::show(const SignInDraft &draft, const QString &sessionKey)
{
    m_loaded = draft.loaded;
    choose(m_kind, draft.kind);
    m_username->setText(draft.username);
    const auto *basic = std::get_if<BasicAuth>(&m_loaded);
    m_username->setPlaceholderText(
        basic && !basic->usernameFile.isEmpty() ? tr("Read from %1").arg(basic->usernameFile) : QString());
    m_tokenType->setText(draft.tokenType);
    m_clientId->setText(draft.clientId);
    m_secret->show(draft.secret, sessionKey);
    m_tokenUrl->setText(draft.tokenUrl);
    m_scopes->setText(draft.scopes);
    const QSignalBlocker quiet{m_parameters}; // textChanged() speaks for programs too
    m_parameters->setPlainText(draft.parameters);
    m_command->setText(draft.command);
    showArguments();
    arrange();
}

SignInDraft SignInForm::draft() const
{
    return {.kind = kind(),
        .username = m_username->text(),
        .tokenType = m_tokenType->text(),
        .secret = m_secret->draft(),
        .clientId = m_clientId->text(),
        .tokenUrl = m_tokenUrl->text(),
        .scopes = m_scopes->text(),
        .parameters = m_parameters->toPlainText(),
        .command = m_command->text(),
        .loaded = m_loaded};
}

// A kind that is not offered here stays until the user chooses another one.
Kind SignInForm::kind() const
{
    return m_kind->currentIndex() < 0 ? signInDraft(m_loaded).kind : chosen<Kind>(m_kind);
}

void SignInForm::arrange()
{
    const Kind kind = this->kind();
    m_usernameRow->setVisible(kind == Kind::Basic);
    m_tokenTypeRow->setVisible(kind == Kind::Token);
    m_clientIdRow->setVisible(kind == Kind::OAuth2);
    for (FormRow *row : {m_tokenUrlRow, m_scopesRow, m_parametersRow})
        row->setVisible(kind == Kind::OAuth2);
    m_commandRow->setVisible(kind == Kind::Command);
    m_secret->setVisible(kind != Kind::None && kind != Kind::Command);
    if (kind == Kind::Basic)
        m_secret->setLabel(tr("Password"));
    else
        m_secret->setLabel(kind == Kind::OAuth2 ? tr("Client secret") : tr("Token"));
}

void SignInForm::showArguments()
{
    const QStringList arguments = argumentsOf(m_command->text());
    QStringList framed;
    for (const QString &argument : arguments)
        framed.append(QString(u'[' % argument % u']'));
    const QString rule = tr("Started without a shell; prints a token, or what kubectl's plug-ins print.");
    m_commandRow->setNote(framed.isEmpty() ? rule : QString(framed.join(u' ') % u'\n' % rule));
}

} // namespace sockeye
