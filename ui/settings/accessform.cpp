// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/accessform.h"

#include "ui/settings/pathedit.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

template <typename E>
void select(QComboBox *box, E value)
{
    box->setCurrentIndex(box->findData(static_cast<int>(value)));
}

template <typename E>
E selected(const QComboBox *box)
{
    return static_cast<E>(box->currentData().toInt());
}

template <typename W>
W *named(const QString &name, QWidget *parent)
{
    auto *widget = new W{parent};
    widget->setObjectName(name);
    return widget;
}

} // namespace

AccessForm::AccessForm(FormColumn &column, const SettingsContext &context, DraftSecrets &secrets)
    : QObject(&column)
    , m_secrets(secrets)
{
    addSignIn(column, context.chooseFile);
    m_headers = named<QPlainTextEdit>(u"headers"_s, &column);
    m_headers->setFixedHeight(58);
    m_headers->document()->setDocumentMargin(7);
    m_headers->setTabChangesFocus(true);
    m_headers->setPlaceholderText(u"X-Scope-OrgID: team-a"_s);
    m_headersRow = column.addRow(tr("&Headers"), m_headers,
        tr("Sent with each request, one a line. Tenants go here, secrets do not."));
    addTls(column, context.chooseFile);
    connectEditors();
    arrange();
}

AccessForm::~AccessForm() = default;

void AccessForm::addSignIn(FormColumn &column, const FileChooser &choose)
{
    m_signIn = named<QComboBox>(u"signIn"_s, &column);
    m_signIn->addItem(tr("None", "no sign-in"), static_cast<int>(AccessDraft::SignIn::None));
    m_signIn->addItem(tr("User name and password"), static_cast<int>(AccessDraft::SignIn::Basic));
    m_signIn->addItem(tr("Bearer token"), static_cast<int>(AccessDraft::SignIn::Bearer));
    column.addRow(tr("Sign &in"), m_signIn);
    m_username = named<QLineEdit>(u"username"_s, &column);
    m_usernameRow = column.addRow(tr("&User name"), m_username);
    m_place = named<QComboBox>(u"secretPlace"_s, &column);
    m_place->addItem(
        tr("Typed here, for this session only"), static_cast<int>(AccessDraft::SecretPlace::Session));
    m_place->addItem(tr("Read from a file"), static_cast<int>(AccessDraft::SecretPlace::File));
    m_placeRow = column.addRow(tr("Secre&t"), m_place);

    m_secret = named<QLineEdit>(u"secret"_s, &column);
    m_secret->setEchoMode(QLineEdit::Password);
    m_secretRow = column.addRow(
        tr("Token"), m_secret, tr("Held in memory until Sockeye ends, never written to a file."));
    m_secretFile = new PathEdit{u"secretFile"_s, tr("File with the secret"), choose, &column};
    m_secretFileRow = column.addRow(tr("File"), m_secretFile, tr("Read anew for each request."));
}

void AccessForm::addTls(FormColumn &column, const FileChooser &choose)
{
    m_verify = named<QComboBox>(u"verify"_s, &column);
    m_verify->addItem(
        tr("Verify with the system certificates"), static_cast<int>(AccessDraft::Verify::System));
    m_verify->addItem(tr("Verify with a CA file"), static_cast<int>(AccessDraft::Verify::CaFile));
    m_verify->addItem(tr("Do not verify"), static_cast<int>(AccessDraft::Verify::Nothing));
    m_verifyRow = column.addRow(tr("T&LS"), m_verify);
    m_caFile = new PathEdit{u"caFile"_s, tr("CA file"), choose, &column};
    m_caFileRow = column.addRow(tr("CA &file"), m_caFile, tr("Certificates in PEM form."));
}

void AccessForm::connectEditors()
{
    const auto changed = [this] {
        arrange();
        Q_EMIT edited();
    };
    for (QComboBox *box : {m_signIn, m_place, m_verify})
        connect(box, &QComboBox::activated, this, changed);
    connect(m_username, &QLineEdit::textEdited, this, changed);
    connect(m_secret, &QLineEdit::textEdited, this, &AccessForm::secretTyped);
    connect(m_headers, &QPlainTextEdit::textChanged, this, changed);
    for (PathEdit *path : {m_secretFile, m_caFile})
        connect(path, &PathEdit::edited, this, changed);
}

void AccessForm::secretTyped(const QString &text)
{
    m_secrets.set(m_sessionKey, text.toUtf8());
    Q_EMIT edited();
}

void AccessForm::show(const AccessDraft &draft, const QString &sessionKey)
{
    m_sessionKey = sessionKey;
    select(m_signIn, draft.signIn);
    m_username->setText(draft.username);
    select(m_place, draft.place);
    m_secret->setText(QString::fromUtf8(m_secrets.typed(sessionKey)));
    m_secret->setPlaceholderText(m_secrets.isKnown(sessionKey) ? tr("Entered in this session") : QString());
    m_secretFile->setPath(draft.secretFile);
    const QSignalBlocker quiet{m_headers}; // textChanged() speaks for programs too
    m_headers->setPlainText(draft.headers);
    select(m_verify, draft.verify);
    m_caFile->setPath(draft.caFile);
    arrange();
}

AccessDraft AccessForm::draft() const
{
    AccessDraft draft;
    draft.signIn = selected<AccessDraft::SignIn>(m_signIn);
    draft.username = m_username->text();
    draft.place = selected<AccessDraft::SecretPlace>(m_place);
    draft.secretFile = m_secretFile->path();
    draft.headers = m_headers->toPlainText();
    draft.verify = selected<AccessDraft::Verify>(m_verify);
    draft.caFile = m_caFile->path();
    return draft;
}

void AccessForm::arrange()
{
    const auto signIn = selected<AccessDraft::SignIn>(m_signIn);
    const bool secret = signIn != AccessDraft::SignIn::None;
    const bool file = selected<AccessDraft::SecretPlace>(m_place) == AccessDraft::SecretPlace::File;
    m_usernameRow->setVisible(signIn == AccessDraft::SignIn::Basic);
    m_placeRow->setVisible(secret);
    m_secretRow->setVisible(secret && !file);
    m_secretRow->setLabel(signIn == AccessDraft::SignIn::Basic ? tr("Password") : tr("Token"));
    m_secretFileRow->setVisible(secret && file);

    const auto verify = selected<AccessDraft::Verify>(m_verify);
    m_caFileRow->setVisible(verify == AccessDraft::Verify::CaFile);
    m_verifyRow->setWarning(verify == AccessDraft::Verify::Nothing
            ? tr("Anybody between here and the server can read the secret and forge the answers.")
            : QString());
}

void AccessForm::showProblem(AccessProblem problem)
{
    const auto textIf = [problem](AccessProblem which, const QString &text) {
        return problem == which ? text : QString();
    };
    m_usernameRow->setProblem(textIf(AccessProblem::UsernameMissing, tr("Enter the user name.")));
    m_secretFileRow->setProblem(
        textIf(AccessProblem::SecretFileMissing, tr("Enter the path of the file that holds the secret.")));
    m_headersRow->setProblem(textIf(AccessProblem::HeaderMalformed,
        tr("Each line has to be a name, a colon and a value. Sign-in headers are not taken here.")));
    m_caFileRow->setProblem(textIf(AccessProblem::CaFileMissing, tr("Enter the path of a PEM file.")));
}

void AccessForm::focus(AccessProblem problem)
{
    switch (problem) {
    case AccessProblem::None:
        return;
    case AccessProblem::UsernameMissing:
        m_username->setFocus();
        return;
    case AccessProblem::SecretFileMissing:
        m_secretFile->setFocus();
        return;
    case AccessProblem::HeaderMalformed:
        m_headers->setFocus();
        return;
    case AccessProblem::CaFileMissing:
        m_caFile->setFocus();
        return;
    }
}

} // namespace sockeye
