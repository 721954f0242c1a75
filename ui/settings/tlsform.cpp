// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/tlsform.h"

#include "ui/settings/pathedit.h"

#include <QLineEdit>

namespace sockeye {

using namespace Qt::StringLiterals;
using Verify = TlsDraft::Verify;

TlsForm::TlsForm(FormColumn &column, FormFields &fields, const SettingsContext &context)
    : QObject(&column)
    , m_group(new FoldGroup{tr("T&LS"), u"tlsGroup"_s, context.theme, &column})
{
    column.addWide(m_group);
    addVerification(fields, context.chooseFile);
    addIdentity(fields, context.chooseFile);
    const auto changed = [this] {
        arrange();
        Q_EMIT edited();
    };
    for (QComboBox *box : {m_verify, m_least})
        connect(box, &QComboBox::activated, this, changed);
    for (PathEdit *path : {m_caFile, m_certFile, m_keyFile})
        connect(path, &PathEdit::edited, this, changed);
    connect(m_serverName, &QLineEdit::textEdited, this, changed);
    arrange();
}

TlsForm::~TlsForm() = default;

void TlsForm::addVerification(FormFields &fields, const FileChooser &choose)
{
    FormColumn &column = m_group->column();
    m_verify = named<QComboBox>(u"verify"_s, &column);
    addChoice(m_verify, tr("Verify with the system certificates"), Verify::System);
    addChoice(m_verify, tr("Verify with a CA file"), Verify::CaFile);
    addChoice(m_verify, tr("Do not verify"), Verify::Nothing);
    m_verifyRow = column.addRow(tr("Server"), m_verify);
    m_caFile = new PathEdit{u"caFile"_s, tr("CA file"), choose, &column};
    m_caFileRow = column.addRow(tr("CA &file"), m_caFile, tr("Certificates in PEM form."));
    fields.add(FormField::Verify, m_verifyRow, m_group);
    fields.add(FormField::CaFile, m_caFileRow, m_group);
}

void TlsForm::addIdentity(FormFields &fields, const FileChooser &choose)
{
    FormColumn &column = m_group->column();
    const auto add = [this, &fields](FormField field, FormRow *row) { fields.add(field, row, m_group); };
    m_serverName = named<QLineEdit>(u"serverName"_s, &column);
    add(FormField::ServerName,
        column.addRow(tr("Server name"), m_serverName,
            tr("Stands in the certificate, where it is another than in the URL.")));
    m_certFile = new PathEdit{u"certFile"_s, tr("Client certificate"), choose, &column};
    add(FormField::CertFile,
        column.addRow(tr("Certificate"), m_certFile, tr("For servers that want to see one of the client.")));
    m_keyFile = new PathEdit{u"keyFile"_s, tr("Private key of the client certificate"), choose, &column};
    add(FormField::KeyFile,
        column.addRow(tr("Private key"), m_keyFile, tr("In PEM form, without a pass phrase.")));
    m_least = named<QComboBox>(u"leastTls"_s, &column);
    addChoice(m_least, tr("As the system has it"), TlsVersion::Default);
    addChoice(m_least, u"TLS 1.2"_s, TlsVersion::Tls12);
    addChoice(m_least, u"TLS 1.3"_s, TlsVersion::Tls13);
    add(FormField::LeastTls, column.addRow(tr("At least"), m_least));
}

void TlsForm::show(const TlsDraft &draft)
{
    m_loaded = draft.loaded;
    choose(m_verify, draft.verify);
    m_caFile->setPath(draft.caFile);
    m_serverName->setText(draft.serverName);
    m_certFile->setPath(draft.certFile);
    m_keyFile->setPath(draft.keyFile);
    choose(m_least, draft.least);
    m_group->setOpen(false);
    arrange();
}

TlsDraft TlsForm::draft() const
{
    return {.verify = chosen<Verify>(m_verify),
        .caFile = m_caFile->path(),
        .certFile = m_certFile->path(),
        .keyFile = m_keyFile->path(),
        .serverName = m_serverName->text(),
        // A version that the form does not offer.
        .least = m_least->currentIndex() < 0 ? m_loaded.minVersion : chosen<TlsVersion>(m_least),
        .loaded = m_loaded};
}

void TlsForm::arrange()
{
    const auto verify = chosen<Verify>(m_verify);
    m_caFileRow->setVisible(verify == Verify::CaFile);
    m_verifyRow->setWarning(verify == Verify::Nothing
            ? tr("Anybody between here and the server can read the secret and forge the answers.")
            : QString());
    m_group->setHeld(held());
}

QStringList TlsForm::held() const
{
    const TlsConfig tls = tlsOf(draft());
    QStringList held;
    if (tls.insecureSkipVerify)
        held.append(tr("not verified"));
    else if (!tls.caFile.isEmpty() || !tls.ca.isEmpty())
        held.append(tr("own CA"));
    if (!tls.serverName.isEmpty())
        held.append(tls.serverName);
    if (!tls.certFile.isEmpty() || !tls.cert.isEmpty())
        held.append(tr("client certificate"));
    if (tls.minVersion != TlsVersion::Default)
        held.append(m_least->currentText());
    return held;
}

} // namespace sockeye
