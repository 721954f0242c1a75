// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/secretrows.h"

#include "ui/settings/formfields.h"
#include "ui/settings/pathedit.h"
#include "ui/text/errors.h"

#include <QLineEdit>

namespace sockeye {

using Place = SecretDraft::Place;

SecretRows::SecretRows(
    FormColumn &column, const FileChooser &choose, const Names &names, DraftSecrets &secrets)
    : QObject(&column)
    , m_secrets(secrets)
    , m_place(named<QComboBox>(names.place, &column))
    , m_secret(named<QLineEdit>(names.secret, &column))
    , m_file(new PathEdit{names.file, tr("File with the secret"), choose, &column})
{
    addChoice(m_place, tr("Typed here, for this session only"), Place::Session);
    addChoice(m_place, tr("Read from a file"), Place::File);
    if (secrets.keychain())
        addChoice(m_place, tr("Kept by the keychain"), Place::Keychain);
    m_placeRow = column.addRow(tr("Secre&t"), m_place);
    m_secret->setEchoMode(QLineEdit::Password);
    m_secretRow = column.addRow(tr("Token"), m_secret);
    m_fileRow = column.addRow(tr("File"), m_file, tr("Read anew for each request."));
    connect(m_place, &QComboBox::activated, this, [this] {
        if (!m_secret->text().isEmpty())
            takeTyped();
        arrange();
        askKeychain();
        Q_EMIT edited();
    });
    connect(m_secret, &QLineEdit::textEdited, this, [this] {
        takeTyped();
        Q_EMIT edited();
    });
    connect(m_file, &PathEdit::edited, this, &SecretRows::edited);
}

SecretRows::~SecretRows() = default;

void SecretRows::show(const SecretDraft &draft, const QString &sessionKey)
{
    m_sessionKey = sessionKey;
    m_keychainName = draft.place == Place::Keychain ? draft.path : QString();
    const auto keychain = static_cast<int>(Place::Keychain);
    if (m_place->findData(keychain) < 0 && draft.place == Place::Keychain)
        addChoice(m_place, tr("Kept by the keychain"), Place::Keychain);
    choose(m_place, draft.place);
    m_secret->setText(QString::fromUtf8(m_secrets.typed(name())));
    m_secret->setPlaceholderText(m_secrets.isKnown(name()) ? tr("Entered in this session") : QString());
    m_file->setPath(draft.place == Place::Keychain ? QString() : draft.path);
    arrange();
    askKeychain();
}

QString SecretRows::name() const
{
    const bool isNamed = chosen<Place>(m_place) == Place::Keychain && !m_keychainName.isEmpty();
    return isNamed ? m_keychainName : m_sessionKey;
}

void SecretRows::takeTyped()
{
    m_secrets.set(name(), m_secret->text().toUtf8());
}

void SecretRows::askKeychain()
{
    m_placeRow->setWarning({});
    Keychain *keychain = m_secrets.keychain();
    if (keychain && m_visible && chosen<Place>(m_place) == Place::Keychain)
        keychain->load({name()}, this, [this] { showKeychain(); });
}

// It may answer when another place or entry is shown.
void SecretRows::showKeychain()
{
    if (chosen<Place>(m_place) != Place::Keychain)
        return;
    const auto held = m_secrets.keychain()->read(name());
    const bool isEmpty = !held && held.error().kind == SecretError::Kind::NotInKeychain;
    m_placeRow->setWarning(held || isEmpty ? QString() : describe(held.error()).joined());
    if (held)
        m_secret->setPlaceholderText(tr("Kept in the keychain"));
}

SecretDraft SecretRows::draft() const
{
    const auto place = chosen<Place>(m_place);
    if (place == Place::Keychain)
        return {place, m_keychainName};
    // A path stays while another place is tried.
    return {place, m_file->path()};
}

void SecretRows::setLabel(const QString &label)
{
    m_secretRow->setLabel(label);
}

void SecretRows::setVisible(bool visible)
{
    m_visible = visible;
    arrange();
}

void SecretRows::arrange()
{
    const auto place = chosen<Place>(m_place);
    m_placeRow->setVisible(m_visible);
    m_secretRow->setVisible(m_visible && place != Place::File);
    m_secretRow->setNote(place == Place::Keychain
            ? tr("Kept by the desktop's keychain (GNOME Keyring, KWallet).")
            : tr("Held in memory until Sockeye ends, never written to a file."));
    m_fileRow->setVisible(m_visible && place == Place::File);
}

} // namespace sockeye
