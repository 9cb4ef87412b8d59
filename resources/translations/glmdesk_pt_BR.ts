<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt_BR">
<context>
    <name></name>
    <message>
        <source>Temperature</source>
        <translation>Temperatura</translation>
    </message>
    <message>
        <source>0 always takes the likeliest word; more lets less likely ones in.</source>
        <translation>0 escolhe sempre a palavra mais provável; um valor maior deixa entrar outras menos prováveis.</translation>
    </message>
    <message>
        <source>Top-p</source>
        <translation>Top-p</translation>
    </message>
    <message>
        <source>Only the likeliest words that make up this share together; 1 is all.</source>
        <translation>Só as palavras mais prováveis que juntas somam esta parte; 1 são todas.</translation>
    </message>
    <message>
        <source>Min-p</source>
        <translation>Min-p</translation>
    </message>
    <message>
        <source>Only words at least this likely beside the likeliest one; 0 is all.</source>
        <translation>Só palavras ao menos tão prováveis assim perto da mais provável; 0 são todas.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Semente</translation>
    </message>
    <message>
        <source>The same seed gives the same answer to the same question.</source>
        <translation>A mesma semente dá a mesma resposta à mesma pergunta.</translation>
    </message>
    <message>
        <source>Another one each time</source>
        <translation>Outra a cada vez</translation>
    </message>
    <message>
        <source>Repeat penalty</source>
        <translation>Penalidade de repetição</translation>
    </message>
    <message>
        <source>Makes words that were just said less likely; 1 is off, as the vendor advises.</source>
        <translation>Torna menos prováveis as palavras que acabaram de ser ditas; 1 desliga, como o fabricante recomenda.</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Cores</translation>
    </message>
    <message>
        <source>theme dark light</source>
        <translation>tema escuro claro</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Escuro</translation>
    </message>
    <message>
        <source>Size of the context</source>
        <translation>Tamanho do contexto</translation>
    </message>
    <message>
        <source>How much of a chat the model can see. Changing it loads the model again.</source>
        <translation>Quanto de uma conversa o modelo consegue ver. Mudar isso carrega o modelo de novo.</translation>
    </message>
    <message>
        <source>memory tokens</source>
        <translation>memória tokens</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>tokens</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <source>Style of the answers</source>
        <translation>Estilo das respostas</translation>
    </message>
    <message>
        <source>preset sampling temperature</source>
        <translation>predefinição amostragem temperatura</translation>
    </message>
    <message>
        <source>Longest thought</source>
        <translation>Raciocínio mais longo</translation>
    </message>
    <message>
        <source>A thought that gets there is closed, and the answer begins.</source>
        <translation>Um raciocínio que chega até aí é encerrado e a resposta começa.</translation>
    </message>
    <message>
        <source>thinking budget tokens</source>
        <translation>limite de raciocínio tokens</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Sem limite</translation>
    </message>
    <message>
        <source>Longest time to think</source>
        <translation>Tempo máximo para pensar</translation>
    </message>
    <message>
        <source>thinking budget seconds</source>
        <translation>limite de raciocínio segundos</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>segundos</translation>
    </message>
    <message>
        <source>Earlier thoughts</source>
        <translation>Raciocínios anteriores</translation>
    </message>
    <message>
        <source>preserved thinking keep forget</source>
        <translation>raciocínio preservado manter esquecer</translation>
    </message>
    <message>
        <source>Kept while there is ample room, then forgotten; the chat says when.</source>
        <translation>Mantidos enquanto há espaço de sobra e depois esquecidos; a conversa diz quando.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Manter</translation>
    </message>
    <message>
        <source>They stay in the context: they take room, and nothing is read again.</source>
        <translation>Ficam no contexto: ocupam espaço, e nada é lido de novo.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Esquecer</translation>
    </message>
    <message>
        <source>They take no room, but the last answer is read again each time.</source>
        <translation>Não ocupam espaço, mas a última resposta é lida de novo a cada vez.</translation>
    </message>
    <message>
        <source>Room to go on at once</source>
        <translation>Espaço para seguir logo</translation>
    </message>
    <message>
        <source>What the model has read of long chats is kept, so it need not be read again.</source>
        <translation>O que o modelo leu de conversas longas é guardado, para não ser lido de novo.</translation>
    </message>
    <message>
        <source>resume state cache disk restart</source>
        <translation>retomar estado cache disco reiniciar</translation>
    </message>
    <message>
        <source>Keep nothing</source>
        <translation>Não manter nada</translation>
    </message>
    <message>
        <source>When a chat does not fit</source>
        <translation>Quando uma conversa não cabe</translation>
    </message>
    <message>
        <source>full overflow truncate</source>
        <translation>cheio transbordar truncar</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Perguntar</translation>
    </message>
    <message>
        <source>Nothing is left out before you choose.</source>
        <translation>Nada é deixado de fora antes que você escolha.</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Deixar de fora</translation>
    </message>
    <message>
        <source>The oldest messages are no longer given; a line in the chat says which.</source>
        <translation>As mensagens mais antigas deixam de ser dadas; uma linha na conversa diz quais.</translation>
    </message>
    <message>
        <source>Summarise</source>
        <translation>Resumir</translation>
    </message>
    <message>
        <source>The model writes a summary of the oldest messages, which you can read.</source>
        <translation>O modelo escreve um resumo das mensagens mais antigas, que você pode ler.</translation>
    </message>
    <message>
        <source>Summarise and forget</source>
        <translation>Resumir e esquecer</translation>
    </message>
    <message>
        <source>After so many questions the older ones are summarised; the last stay whole.</source>
        <translation>Depois de tantas perguntas, as anteriores são resumidas; as últimas ficam inteiras.</translation>
    </message>
    <message>
        <source>compact summary</source>
        <translation>compactar resumo</translation>
    </message>
    <message>
        <source>questions</source>
        <translation>perguntas</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nunca</translation>
    </message>
    <message>
        <source>Local only</source>
        <translation>Somente local</translation>
    </message>
    <message>
        <source>Let nothing leave this computer</source>
        <translation>Não deixar nada sair deste computador</translation>
    </message>
    <message>
        <source>No connection is opened: no cloud, no downloads.</source>
        <translation>Nenhuma conexão é aberta: sem nuvem, sem downloads.</translation>
    </message>
    <message>
        <source>offline airplane privacy lock</source>
        <translation>offline avião privacidade trava</translation>
    </message>
    <message>
        <source>Speed of downloads</source>
        <translation>Velocidade dos downloads</translation>
    </message>
    <message>
        <source>No more than this, so that others can use the connection too.</source>
        <translation>Não mais que isto, para que outros também possam usar a conexão.</translation>
    </message>
    <message>
        <source>bandwidth limit network slow</source>
        <translation>largura de banda limite rede lento</translation>
    </message>
    <message>
        <source>MB a second</source>
        <translation>MB por segundo</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>Espelho</translation>
    </message>
    <message>
        <source>Asked before Hugging Face for models, such as: https://hf-mirror.com</source>
        <translation>Consultado antes do Hugging Face para modelos, por exemplo: https://hf-mirror.com</translation>
    </message>
    <message>
        <source>download endpoint address hub</source>
        <translation>download servidor endereço hub</translation>
    </message>
    <message>
        <source>Hugging Face itself</source>
        <translation>O próprio Hugging Face</translation>
    </message>
    <message>
        <source>Budget for a month</source>
        <translation>Orçamento mensal</translation>
    </message>
    <message>
        <source>An answer that could pass it is not asked for.</source>
        <translation>Uma resposta que possa ultrapassá-lo não é pedida.</translation>
    </message>
    <message>
        <source>money cost price limit</source>
        <translation>dinheiro custo preço limite</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Nenhum</translation>
    </message>
    <message>
        <source>Routing</source>
        <translation>Roteamento</translation>
    </message>
    <message>
        <source>Suggest local or cloud for each question</source>
        <translation>Sugerir local ou nuvem para cada pergunta</translation>
    </message>
    <message>
        <source>The reason is shown before sending, and only chats that you let go are sent.</source>
        <translation>O motivo aparece antes do envio, e só são enviadas as conversas que você libera.</translation>
    </message>
    <message>
        <source>router automatic choice</source>
        <translation>roteador escolha automática</translation>
    </message>
    <message>
        <source>Looking for itself</source>
        <translation>Consulta por si mesmo</translation>
    </message>
    <message>
        <source>Let the model list, search and open files of an attached folder</source>
        <translation>Deixar o modelo listar, buscar e abrir arquivos de uma pasta anexada</translation>
    </message>
    <message>
        <source>It reads and never writes; each look is shown in the answer.</source>
        <translation>Ele lê e nunca escreve; cada consulta aparece na resposta.</translation>
    </message>
    <message>
        <source>tools agent project folder</source>
        <translation>ferramentas agente projeto pasta</translation>
    </message>
    <message>
        <source>Editor</source>
        <translation>Editor</translation>
    </message>
    <message>
        <source>The command that opens a file, such as: code --goto {path}:{line}</source>
        <translation>O comando que abre um arquivo, por exemplo: code --goto {path}:{line}</translation>
    </message>
    <message>
        <source>open program command</source>
        <translation>abrir programa comando</translation>
    </message>
    <message>
        <source>One that is found</source>
        <translation>Um que for encontrado</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>Atualizações</translation>
    </message>
    <message>
        <source>Tell me when there is a newer glmdesk</source>
        <translation>Avisar quando houver um glmdesk mais novo</translation>
    </message>
    <message>
        <source>Once a day one small signed file is fetched; nothing is sent or installed.</source>
        <translation>Uma vez por dia, um pequeno arquivo assinado é baixado; nada é enviado nem instalado.</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Geral</translation>
    </message>
    <message>
        <source>Varied wording; the same question can get another answer.</source>
        <translation>Redação variada; a mesma pergunta pode receber outra resposta.</translation>
    </message>
    <message>
        <source>Coding</source>
        <translation>Programação</translation>
    </message>
    <message>
        <source>Keeps closer to the likeliest word, as code needs it.</source>
        <translation>Fica mais perto da palavra mais provável, como o código precisa.</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>Exato</translation>
    </message>
    <message>
        <source>Always the likeliest word; the same question gets the same answer.</source>
        <translation>Sempre a palavra mais provável; a mesma pergunta recebe a mesma resposta.</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>Pensar</translation>
    </message>
    <message>
        <source>Think before answering</source>
        <translation>Pensar antes de responder</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>Instruções</translation>
    </message>
    <message>
        <source>Given to the model before every chat.</source>
        <translation>Dadas ao modelo antes de cada conversa.</translation>
    </message>
    <message>
        <source>system prompt</source>
        <translation>prompt do sistema</translation>
    </message>
    <message>
        <source>None: the model answers as it was trained to</source>
        <translation>Nenhuma: o modelo responde como foi treinado</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como o sistema</translation>
    </message>
    <message>
        <source>Titles</source>
        <translation>Títulos</translation>
    </message>
    <message>
        <source>Let the model name new chats</source>
        <translation>Deixar o modelo dar título às novas conversas</translation>
    </message>
    <message>
        <source>After the first answer, while nothing else is to be done.</source>
        <translation>Depois da primeira resposta, quando não houver mais nada a fazer.</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>Tamanho do texto</translation>
    </message>
    <message>
        <source>font zoom</source>
        <translation>fonte letra zoom</translation>
    </message>
    <message>
        <source>Nothing speaks against this computer.</source>
        <translation>Nada fala contra este computador.</translation>
    </message>
    <message>
        <source>This chat was not allowed to go to a service.</source>
        <translation>Esta conversa não foi liberada para um serviço.</translation>
    </message>
    <message>
        <source>A project is attached, and it stays here.</source>
        <translation>Há um projeto anexado, e ele fica aqui.</translation>
    </message>
    <message>
        <source>The budget is used up.</source>
        <translation>O orçamento acabou.</translation>
    </message>
    <message>
        <source>It does not fit the context here.</source>
        <translation>Não cabe no contexto daqui.</translation>
    </message>
    <message>
        <source>No local model is ready.</source>
        <translation>Nenhum modelo local está pronto.</translation>
    </message>
    <message>
        <source>This computer runs on its battery.</source>
        <translation>Este computador está na bateria.</translation>
    </message>
    <message>
        <source>It looks hard.</source>
        <translation>Parece difícil.</translation>
    </message>
    <message>
        <source>Choose another file, or update glmdesk.</source>
        <translation>Escolha outro arquivo ou atualize o glmdesk.</translation>
    </message>
    <message>
        <source>There is not enough memory for this model.</source>
        <translation>Não há memória suficiente para este modelo.</translation>
    </message>
    <message>
        <source>Choose a smaller context, fewer layers on the GPU, or a smaller model.</source>
        <translation>Escolha um contexto menor, menos camadas na GPU ou um modelo menor.</translation>
    </message>
    <message>
        <source>Memory ran out while the model was working.</source>
        <translation>A memória acabou enquanto o modelo trabalhava.</translation>
    </message>
    <message>
        <source>Choose a smaller context or a smaller model.</source>
        <translation>Escolha um contexto menor ou um modelo menor.</translation>
    </message>
    <message>
        <source>The text so far is kept.</source>
        <translation>O texto escrito até agora está guardado.</translation>
    </message>
    <message>
        <source>Or go on with a local model.</source>
        <translation>Ou continue com um modelo local.</translation>
    </message>
    <message>
        <source>{name} does not know this key.</source>
        <translation>{name} não conhece esta chave.</translation>
    </message>
    <message>
        <source>Check the key in the settings.</source>
        <translation>Verifique a chave nas configurações.</translation>
    </message>
    <message>
        <source>{name} does not allow this key to do that.</source>
        <translation>{name} não permite fazer isso com esta chave.</translation>
    </message>
    <message>
        <source>Check what the key may do.</source>
        <translation>Verifique o que a chave permite.</translation>
    </message>
    <message>
        <source>{name} asks for a way to pay before it answers.</source>
        <translation>{name} pede uma forma de pagamento antes de responder.</translation>
    </message>
    <message>
        <source>Add one at {name}.</source>
        <translation>Adicione uma em {name}.</translation>
    </message>
    <message>
        <source>There is no balance left at {name}.</source>
        <translation>Não há mais saldo em {name}.</translation>
    </message>
    <message>
        <source>Add some at {name}, or choose a free model.</source>
        <translation>Recarregue em {name} ou escolha um modelo gratuito.</translation>
    </message>
    <message>
        <source>The plan at {name} has expired.</source>
        <translation>O plano em {name} expirou.</translation>
    </message>
    <message>
        <source>Renew it at {name}.</source>
        <translation>Renove-o em {name}.</translation>
    </message>
    <message>
        <source>The plan&apos;s allowance at {name} is used up for now.</source>
        <translation>A cota do plano em {name} acabou por enquanto.</translation>
    </message>
    <message>
        <source>Wait until it begins anew.</source>
        <translation>Espere até que ela recomece.</translation>
    </message>
    <message>
        <source>The plan at {name} does not include this model.</source>
        <translation>O plano em {name} não inclui este modelo.</translation>
    </message>
    <message>
        <source>{name} gets more requests with this key than it allows.</source>
        <translation>{name} recebe com esta chave mais pedidos do que permite.</translation>
    </message>
    <message>
        <source>Try again in a minute.</source>
        <translation>Tente de novo em um minuto.</translation>
    </message>
    <message>
        <source>{name} is overloaded at the moment.</source>
        <translation>{name} está sobrecarregado no momento.</translation>
    </message>
    <message>
        <source>{name} has no such model.</source>
        <translation>{name} não tem esse modelo.</translation>
    </message>
    <message>
        <source>There is nothing at this address of {name}.</source>
        <translation>Não há nada neste endereço de {name}.</translation>
    </message>
    <message>
        <source>Check the address in the settings.</source>
        <translation>Verifique o endereço nas configurações.</translation>
    </message>
    <message>
        <source>The question with all that goes with it is too large for {name}.</source>
        <translation>A pergunta, com tudo o que a acompanha, é grande demais para {name}.</translation>
    </message>
    <message>
        <source>Leave some files out.</source>
        <translation>Deixe alguns arquivos de fora.</translation>
    </message>
    <message>
        <source>The chat is longer than this model&apos;s context.</source>
        <translation>A conversa é maior que o contexto deste modelo.</translation>
    </message>
    <message>
        <source>Drop older turns, or begin a new chat.</source>
        <translation>Descarte os turnos mais antigos ou comece uma nova conversa.</translation>
    </message>
    <message>
        <source>{name} refused this for its content.</source>
        <translation>{name} recusou isto por causa do conteúdo.</translation>
    </message>
    <message>
        <source>Ask in other words.</source>
        <translation>Pergunte com outras palavras.</translation>
    </message>
    <message>
        <source>{name} could not make sense of the request.</source>
        <translation>{name} não entendeu o pedido.</translation>
    </message>
    <message>
        <source>Try another model.</source>
        <translation>Tente outro modelo.</translation>
    </message>
    <message>
        <source>{name} has a fault of its own.</source>
        <translation>{name} tem uma falha própria.</translation>
    </message>
    <message>
        <source>{name} points to another address, which was not followed: the key would go there.</source>
        <translation>{name} aponta para outro endereço, que não foi seguido: a chave iria para lá.</translation>
    </message>
    <message>
        <source>A web page came back instead of an answer from {name}.</source>
        <translation>Em vez de uma resposta de {name}, veio uma página da web.</translation>
    </message>
    <message>
        <source>Check the address, or sign in to this network.</source>
        <translation>Verifique o endereço ou entre nesta rede.</translation>
    </message>
    <message>
        <source>The address of {name} was not found.</source>
        <translation>O endereço de {name} não foi encontrado.</translation>
    </message>
    <message>
        <source>Check the network.</source>
        <translation>Verifique a rede.</translation>
    </message>
    <message>
        <source>{name} cannot be reached.</source>
        <translation>Não é possível acessar {name}.</translation>
    </message>
    <message>
        <source>The connection to {name} is not safe: its certificate is not accepted.</source>
        <translation>A conexão com {name} não é segura: o certificado não é aceito.</translation>
    </message>
    <message>
        <source>Check this computer&apos;s clock and network.</source>
        <translation>Verifique o relógio e a rede deste computador.</translation>
    </message>
    <message>
        <source>The network&apos;s proxy refused the connection to {name}.</source>
        <translation>O proxy da rede recusou a conexão com {name}.</translation>
    </message>
    <message>
        <source>Check the proxy&apos;s password.</source>
        <translation>Verifique a senha do proxy.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Tente de novo.</translation>
    </message>
    <message>
        <source>{name} did not answer in time.</source>
        <translation>{name} não respondeu a tempo.</translation>
    </message>
    <message>
        <source>The connection to {name} ended in the middle of the answer.</source>
        <translation>A conexão com {name} terminou no meio da resposta.</translation>
    </message>
    <message>
        <source>Continue, or switch to local.</source>
        <translation>Continue ou mude para local.</translation>
    </message>
    <message>
        <source>“Local only” is switched on, so nothing was sent.</source>
        <translation>“Somente local” está ligado, então nada foi enviado.</translation>
    </message>
    <message>
        <source>Switch it off in the settings, or go on with a local model.</source>
        <translation>Desligue-o nas configurações ou continue com um modelo local.</translation>
    </message>
    <message>
        <source>This answer could pass your budget, so nothing was sent.</source>
        <translation>Esta resposta poderia passar do seu orçamento, então nada foi enviado.</translation>
    </message>
    <message>
        <source>Raise the budget in the settings, or go on with a local model.</source>
        <translation>Aumente o orçamento nas configurações ou continue com um modelo local.</translation>
    </message>
    <message>
        <source>The engine was ended, most likely because memory ran out.</source>
        <translation>O motor foi encerrado, muito provavelmente por falta de memória.</translation>
    </message>
    <message>
        <source>The engine gave up inside llama.cpp, which happens when memory runs out or a model file is damaged.</source>
        <translation>O motor desistiu dentro do llama.cpp; isso acontece quando falta memória ou o arquivo do modelo está danificado.</translation>
    </message>
    <message>
        <source>Try again with a smaller context, or with another model.</source>
        <translation>Tente com um contexto menor ou com outro modelo.</translation>
    </message>
    <message>
        <source>The engine crashed inside llama.cpp.</source>
        <translation>O motor falhou dentro do llama.cpp.</translation>
    </message>
    <message>
        <source>Try again; if it happens again, choose another model.</source>
        <translation>Tente de novo; se acontecer outra vez, escolha outro modelo.</translation>
    </message>
    <message>
        <source>The engine uses an instruction that this computer&apos;s processor does not have.</source>
        <translation>O motor usa uma instrução que o processador deste computador não tem.</translation>
    </message>
    <message>
        <source>Use the engine that comes with an installed glmdesk: it has a version for every processor.</source>
        <translation>Use o motor que vem com um glmdesk instalado: ele tem uma versão para cada processador.</translation>
    </message>
    <message>
        <source>The engine stopped answering and was ended.</source>
        <translation>O motor parou de responder e foi encerrado.</translation>
    </message>
    <message>
        <source>The engine said something unintelligible and was ended.</source>
        <translation>O motor disse algo ininteligível e foi encerrado.</translation>
    </message>
    <message>
        <source>The engine was ended before it was done.</source>
        <translation>O motor foi encerrado antes de terminar.</translation>
    </message>
    <message>
        <source>The engine ended by itself, with exit status {status}.</source>
        <translation>O motor terminou sozinho, com o estado de saída {status}.</translation>
    </message>
    <message>
        <source>The engine uses an instruction that this computer&apos;s processor does not have; it has no {names}.</source>
        <translation>O motor usa uma instrução que o processador deste computador não tem; falta {names}.</translation>
    </message>
    <message>
        <source>The GPU failed. Trying once more with the same plan.</source>
        <translation>A GPU falhou. Tentando mais uma vez com o mesmo plano.</translation>
    </message>
    <message>
        <source>The GPU is no longer there. Trying with the processor alone, which is slower.</source>
        <translation>A GPU não está mais presente. Tentando só com o processador, que é mais lento.</translation>
    </message>
    <message>
        <source>The GPU failed. Trying with the processor alone, which is slower.</source>
        <translation>A GPU falhou. Tentando só com o processador, que é mais lento.</translation>
    </message>
    <message>
        <source>reading prompts in steps of {count} tokens, a little slower</source>
        <translation>a leitura em passos de {count} tokens, um pouco mais lenta</translation>
    </message>
    <message>
        <source>the context in 8-bit: half the memory, almost the same quality</source>
        <translation>o contexto em 8 bits: metade da memória, quase a mesma qualidade</translation>
    </message>
    <message>
        <source>the experts of {count} layers in RAM, which is slower</source>
        <translation>os especialistas de {count} camadas na RAM, que é mais lento</translation>
    </message>
    <message>
        <source>{count} layers on the GPU instead of {before}, which is slower</source>
        <translation>{count} camadas na GPU em vez de {before}, que é mais lento</translation>
    </message>
    <message>
        <source>the processor alone, which is much slower</source>
        <translation>só o processador, que é muito mais lento</translation>
    </message>
    <message>
        <source>The engine could not use this kind of context here. Trying with the context in 16-bit, which takes more memory.</source>
        <translation>O motor não pôde usar este tipo de contexto aqui. Tentando com o contexto em 16 bits, que ocupa mais memória.</translation>
    </message>
    <message>
        <source>The engine could not use this kind of context here. Trying without flash attention, which takes more memory.</source>
        <translation>O motor não pôde usar este tipo de contexto aqui. Tentando sem flash attention, que ocupa mais memória.</translation>
    </message>
    <message>
        <source>a context of {count} tokens</source>
        <translation>um contexto de {count} tokens</translation>
    </message>
    <message>
        <source>There was not enough memory. Trying again with {tried}.</source>
        <translation>Não havia memória suficiente. Tentando de novo com {tried}.</translation>
    </message>
    <message>
        <source>There is not enough memory for this.</source>
        <translation>Não há memória suficiente para isto.</translation>
    </message>
    <message>
        <source>Choose a smaller context or model.</source>
        <translation>Escolha um contexto ou um modelo menor.</translation>
    </message>
    <message>
        <source>The file {name} is not there any more.</source>
        <translation>O arquivo {name} não está mais lá.</translation>
    </message>
    <message>
        <source>Choose another model.</source>
        <translation>Escolha outro modelo.</translation>
    </message>
    <message>
        <source>The file {name} cannot be read.</source>
        <translation>O arquivo {name} não pode ser lido.</translation>
    </message>
    <message>
        <source>Check that it is a file and that you may read it.</source>
        <translation>Verifique se é um arquivo e se você pode lê-lo.</translation>
    </message>
    <message>
        <source>The file {name} is cut short: {count} bytes are missing.</source>
        <translation>O arquivo {name} está incompleto: faltam {count} bytes.</translation>
    </message>
    <message>
        <source>only reads pictures for another model</source>
        <translation>só lê imagens para outro modelo</translation>
    </message>
    <message>
        <source>turns texts into numbers for search</source>
        <translation>transforma textos em números para a busca</translation>
    </message>
    <message>
        <source>turns texts into numbers for other models</source>
        <translation>transforma textos em números para outros modelos</translation>
    </message>
    <message>
        <source>makes sound</source>
        <translation>produz som</translation>
    </message>
    <message>
        <source>makes pictures</source>
        <translation>produz imagens</translation>
    </message>
    <message>
        <source>writes down speech</source>
        <translation>transcreve a fala</translation>
    </message>
    <message>
        <source>Download it again from the page “This computer and the model”.</source>
        <translation>Baixe-o de novo na página “Este computador e o modelo”.</translation>
    </message>
    <message>
        <source>It can be used all the same.</source>
        <translation>Pode ser usado mesmo assim.</translation>
    </message>
    <message>
        <source>The file {name} is Ollama&apos;s own conversion of GLM-4.7-Flash, which llama.cpp cannot load.</source>
        <translation>O arquivo {name} é uma conversão do GLM-4.7-Flash própria do Ollama, que o llama.cpp não consegue carregar.</translation>
    </message>
    <message>
        <source>It was left as it is.</source>
        <translation>Ele foi deixado como está.</translation>
    </message>
    <message>
        <source>The file {name} {does}; it cannot answer.</source>
        <translation>O arquivo {name} {does}; não consegue responder.</translation>
    </message>
    <message>
        <source>Choose a model that chats.</source>
        <translation>Escolha um modelo que converse.</translation>
    </message>
    <message>
        <source>The file {name} was made before 21 January 2026 and may repeat itself endlessly.</source>
        <translation>O arquivo {name} foi feito antes de 21 de janeiro de 2026 e pode repetir-se sem fim.</translation>
    </message>
    <message>
        <source>The file {name} was not converted from the model that Z.ai published.</source>
        <translation>O arquivo {name} não foi convertido do modelo que a Z.ai publicou.</translation>
    </message>
    <message>
        <source>The file {name} does not say how the model wants to be asked.</source>
        <translation>O arquivo {name} não diz como o modelo quer ser perguntado.</translation>
    </message>
    <message>
        <source>The usual way for GLM-4.7-Flash is taken.</source>
        <translation>É usada a forma habitual do GLM-4.7-Flash.</translation>
    </message>
    <message>
        <source>The starter model is not installed.</source>
        <translation>O modelo inicial não está instalado.</translation>
    </message>
    <message>
        <source>Install it with: pip install &quot;glmdesk[starter]&quot;, or name a GGUF file.</source>
        <translation>Instale-o com: pip install &quot;glmdesk[starter]&quot;, ou indique um arquivo GGUF.</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation>Não existe o arquivo {path}.</translation>
    </message>
    <message>
        <source>Check the path, or choose another GGUF file.</source>
        <translation>Verifique o caminho ou escolha outro arquivo GGUF.</translation>
    </message>
    <message>
        <source>{name} does not fit this computer. {why}</source>
        <translation>{name} não cabe neste computador. {why}</translation>
    </message>
    <message>
        <source>Choose a smaller model or a smaller context.</source>
        <translation>Escolha um modelo menor ou um contexto menor.</translation>
    </message>
    <message>
        <source>What was saved before is untouched.</source>
        <translation>O que foi salvo antes está intacto.</translation>
    </message>
    <message>
        <source>{name} could not be written: {why}.</source>
        <translation>Não foi possível gravar {name}: {why}.</translation>
    </message>
    <message>
        <source>Your chats are unchanged.</source>
        <translation>Seus chats não mudaram.</translation>
    </message>
    <message>
        <source>Choose another place for it.</source>
        <translation>Escolha outro lugar.</translation>
    </message>
    <message>
        <source>The file of chats could not be used.</source>
        <translation>Não foi possível usar o arquivo dos chats.</translation>
    </message>
    <message>
        <source>Try again, or export your chats.</source>
        <translation>Tente de novo ou exporte seus chats.</translation>
    </message>
    <message>
        <source>The disk reported an error.</source>
        <translation>O disco relatou um erro.</translation>
    </message>
    <message>
        <source>Check the disk, then try again.</source>
        <translation>Verifique o disco e tente de novo.</translation>
    </message>
    <message>
        <source>The disk is full, so the newest text is not saved yet.</source>
        <translation>O disco está cheio, por isso o texto mais recente ainda não foi salvo.</translation>
    </message>
    <message>
        <source>It stays in this window, and what was saved before is untouched.</source>
        <translation>Ele fica nesta janela, e o que foi salvo antes está intacto.</translation>
    </message>
    <message>
        <source>Free some space; saving is tried again.</source>
        <translation>Libere espaço; o programa tentará salvar de novo.</translation>
    </message>
    <message>
        <source>Another program is using your chats.</source>
        <translation>Outro programa está usando seus chats.</translation>
    </message>
    <message>
        <source>Close it, then try again.</source>
        <translation>Feche-o e tente de novo.</translation>
    </message>
    <message>
        <source>Your chats can be read, but nothing can be saved where they are kept.</source>
        <translation>Seus chats podem ser lidos, mas nada pode ser salvo onde eles ficam.</translation>
    </message>
    <message>
        <source>Allow writing to that folder, then open the program again.</source>
        <translation>Permita a gravação nessa pasta e abra o programa de novo.</translation>
    </message>
    <message>
        <source>The file of your chats is damaged.</source>
        <translation>O arquivo dos seus chats está danificado.</translation>
    </message>
    <message>
        <source>It is kept as it is.</source>
        <translation>Ele é mantido como está.</translation>
    </message>
    <message>
        <source>What is left of it could not be looked at: {happened} When that is mended, open the program again.</source>
        <translation>Não foi possível ver o que restou dele: {happened} Quando isso for resolvido, abra o programa de novo.</translation>
    </message>
    <message>
        <source>The chats cannot be exported while their file is not open.</source>
        <translation>Os chats não podem ser exportados enquanto o arquivo deles não está aberto.</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>Nada foi gravado.</translation>
    </message>
    <message>
        <source>Recover your chats first.</source>
        <translation>Recupere primeiro seus chats.</translation>
    </message>
    <message>
        <source>Chats cannot be added while the file of your chats is not open.</source>
        <translation>Não é possível adicionar chats enquanto o arquivo dos seus chats não está aberto.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nada foi alterado.</translation>
    </message>
    <message>
        <source>Choose a backup, or save what can still be read.</source>
        <translation>Escolha uma cópia de segurança ou salve o que ainda pode ser lido.</translation>
    </message>
    <message>
        <source>The file of your chats is gone.</source>
        <translation>O arquivo dos seus chats desapareceu.</translation>
    </message>
    <message>
        <source>There are backups of it.</source>
        <translation>Há cópias de segurança.</translation>
    </message>
    <message>
        <source>Choose a backup, or begin without your former chats.</source>
        <translation>Escolha uma cópia de segurança ou comece sem os chats anteriores.</translation>
    </message>
    <message>
        <source>The program ended before this was written to its end.</source>
        <translation>O programa terminou antes que isto fosse escrito até o fim.</translation>
    </message>
    <message>
        <source>This message could not be read from the disk; a backup may have it.</source>
        <translation>Esta mensagem não pôde ser lida do disco; pode estar em uma cópia de segurança.</translation>
    </message>
    <message>
        <source>The folder could not be read any more: {why}.</source>
        <translation>A pasta não pôde mais ser lida: {why}.</translation>
    </message>
    <message>
        <source>The chat and what was found before are kept.</source>
        <translation>O chat e o que foi encontrado antes estão guardados.</translation>
    </message>
    <message>
        <source>Check that the folder is still there, then refresh it.</source>
        <translation>Verifique se a pasta ainda existe e atualize-a.</translation>
    </message>
    <message>
        <source>{name} is loaded by the smaller plan that worked after memory ran out before.</source>
        <translation>{name} é carregado com o plano menor que funcionou quando antes faltou memória.</translation>
    </message>
    <message>
        <source>Choose the model again to try the larger plan.</source>
        <translation>Escolha o modelo de novo para tentar o plano maior.</translation>
    </message>
    <message>
        <source>Nothing can be saved here.</source>
        <translation>Nada pode ser salvo aqui.</translation>
    </message>
    <message>
        <source>This change was not saved.</source>
        <translation>Esta mudança não foi salva.</translation>
    </message>
    <message>
        <source>Your chats were made by an older version of this program and cannot be upgraded now.</source>
        <translation>Seus chats são de uma versão anterior deste programa e não podem ser atualizados agora.</translation>
    </message>
    <message>
        <source>The log of the newest changes to your chats is damaged, so the last messages may be missing.</source>
        <translation>O registro das mudanças mais recentes dos seus chats está danificado, por isso as últimas mensagens podem faltar.</translation>
    </message>
    <message>
        <source>The damaged log was kept as {path}.</source>
        <translation>O registro danificado foi guardado como {path}.</translation>
    </message>
    <message>
        <source>Look whether your last messages are there; a backup may hold them.</source>
        <translation>Veja se suas últimas mensagens estão lá; elas podem estar em uma cópia de segurança.</translation>
    </message>
    <message>
        <source>Your chats were saved by a newer version of this program (form {form}, this one knows {newest}).</source>
        <translation>Seus chats foram salvos por uma versão mais nova deste programa (formato {form}; esta conhece o {newest}).</translation>
    </message>
    <message>
        <source>They can be read and exported here, and nothing in them is changed.</source>
        <translation>Eles podem ser lidos e exportados aqui, e nada neles é alterado.</translation>
    </message>
    <message>
        <source>Install the newer version to write in them again.</source>
        <translation>Instale a versão mais nova para escrever neles de novo.</translation>
    </message>
    <message>
        <source>It holds no chats in a form that this program knows.</source>
        <translation>Ele não contém conversas em uma forma que este programa conheça.</translation>
    </message>
    <message>
        <source>It is larger than this program can read.</source>
        <translation>É maior do que este programa consegue ler.</translation>
    </message>
    <message>
        <source>It was written by a newer version of this program.</source>
        <translation>Foi escrito por uma versão mais nova deste programa.</translation>
    </message>
    <message>
        <source>It is broken.</source>
        <translation>Está danificado.</translation>
    </message>
    <message>
        <source>{others} and {last}</source>
        <translation>{others} e {last}</translation>
    </message>
    <message>
        <source>{file} could not be imported. {why}</source>
        <translation>{file} não pôde ser importado. {why}</translation>
    </message>
    <message>
        <source>Choose an export of LM Studio, Jan, Open WebUI, ChatGPT or this program.</source>
        <translation>Escolha uma exportação do LM Studio, Jan, Open WebUI, ChatGPT ou deste programa.</translation>
    </message>
    <message>
        <source>Your chats are open in another window of this program, so they can only be read here.</source>
        <translation>Seus chats estão abertos em outra janela deste programa, por isso aqui só podem ser lidos.</translation>
    </message>
    <message>
        <source>Nothing is lost.</source>
        <translation>Nada se perde.</translation>
    </message>
    <message>
        <source>Use the other window, or close it and open this one again.</source>
        <translation>Use a outra janela, ou feche-a e abra esta de novo.</translation>
    </message>
    <message>
        <source>The folder of your chats is on a disk that cannot be locked, so they can only be read.</source>
        <translation>A pasta dos seus chats está em um disco que não pode ser bloqueado, por isso só podem ser lidos.</translation>
    </message>
    <message>
        <source>Keep the program&apos;s data on a disk of this computer.</source>
        <translation>Mantenha os dados do programa em um disco deste computador.</translation>
    </message>
    <message>
        <source>The chat was exported to {name}.</source>
        <translation>O chat foi exportado para {name}.</translation>
    </message>
    <message>
        <source>Chats exported to {name}: {count}.</source>
        <translation>Chats exportados para {name}: {count}.</translation>
    </message>
    <message>
        <source>It is here: {path}.</source>
        <translation>Está aqui: {path}.</translation>
    </message>
    <message>
        <source>Not all models could be removed: {names}.</source>
        <translation>Nem todos os modelos puderam ser removidos: {names}.</translation>
    </message>
    <message>
        <source>Close what uses them, then try again.</source>
        <translation>Feche o que os usa e tente de novo.</translation>
    </message>
    <message>
        <source>The folder is not attached any more.</source>
        <translation>A pasta não está mais anexada.</translation>
    </message>
    <message>
        <source>What was known of {folder} was damaged, and is made anew.</source>
        <translation>O que se sabia de {folder} estava danificado e está sendo refeito.</translation>
    </message>
    <message>
        <source>The folder and the chat are as they were.</source>
        <translation>A pasta e o chat estão como estavam.</translation>
    </message>
    <message>
        <source>The index of {folder} cannot be written.</source>
        <translation>Não é possível gravar o índice de {folder}.</translation>
    </message>
    <message>
        <source>Make room on the disk, or check the rights of the cache folder.</source>
        <translation>Libere espaço no disco ou verifique as permissões da pasta de cache.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be read.</source>
        <translation>Não é possível ler a pasta {folder}.</translation>
    </message>
    <message>
        <source>Check that it is there and that you may read it.</source>
        <translation>Verifique se ela existe e se você pode lê-la.</translation>
    </message>
    <message>
        <source>A new, empty file of chats was made.</source>
        <translation>Um novo arquivo de conversas, vazio, foi criado.</translation>
    </message>
    <message>
        <source>Your chats are back: {chats}, {messages}.</source>
        <translation>Seus chats voltaram: {chats}, {messages}.</translation>
    </message>
    <message>
        <source>The damaged file is kept: {path}.</source>
        <translation>O arquivo danificado foi mantido: {path}.</translation>
    </message>
    <message>
        <source>The download is paused.</source>
        <translation>O download está em pausa.</translation>
    </message>
    <message>
        <source>What was downloaded so far is kept.</source>
        <translation>O que foi baixado até agora é mantido.</translation>
    </message>
    <message>
        <source>The engine&apos;s files could not be changed.</source>
        <translation>Não foi possível alterar os arquivos do motor.</translation>
    </message>
    <message>
        <source>glmdesk goes on with the engine it has.</source>
        <translation>O glmdesk continua com o motor que tem.</translation>
    </message>
    <message>
        <source>It is left alone until the driver is another.</source>
        <translation>Ele não será usado até que o driver mude.</translation>
    </message>
    <message>
        <source>glmdesk {version} is there.</source>
        <translation>O glmdesk {version} já está disponível.</translation>
    </message>
    <message>
        <source>Get it from {page}</source>
        <translation>Obtenha-o em {page}</translation>
    </message>
    <message>
        <source>an archive or an office document</source>
        <translation>um arquivo compactado ou um documento de escritório</translation>
    </message>
    <message>
        <source>an archive</source>
        <translation>um arquivo compactado</translation>
    </message>
    <message>
        <source>{name} could not be read: {why}.</source>
        <translation>Não foi possível ler {name}: {why}.</translation>
    </message>
    <message>
        <source>Check that the file is there and may be read.</source>
        <translation>Verifique se o arquivo está lá e pode ser lido.</translation>
    </message>
    <message>
        <source>{name} has more than {count} MB of text, more than a model can read.</source>
        <translation>{name} tem mais de {count} MB de texto, mais do que um modelo consegue ler.</translation>
    </message>
    <message>
        <source>Attach the part of it that matters.</source>
        <translation>Anexe a parte que importa.</translation>
    </message>
    <message>
        <source>{name} is a picture, and the model reads text only.</source>
        <translation>{name} é uma imagem, e o modelo só lê texto.</translation>
    </message>
    <message>
        <source>Describe it, or attach its text.</source>
        <translation>Descreva-a ou anexe o texto dela.</translation>
    </message>
    <message>
        <source>not text</source>
        <translation>algo que não é texto</translation>
    </message>
    <message>
        <source>{name} is {kind}, and the model reads text only.</source>
        <translation>{name} é {kind}, e o modelo só lê texto.</translation>
    </message>
    <message>
        <source>Attach the text in it as a text or PDF file.</source>
        <translation>Anexe o texto dele como arquivo de texto ou PDF.</translation>
    </message>
    <message>
        <source>it takes too long</source>
        <translation>demora demais</translation>
    </message>
    <message>
        <source>its reader broke down over it</source>
        <translation>o leitor falhou com ele</translation>
    </message>
    <message>
        <source>Attach its text as a text file.</source>
        <translation>Anexe o texto dele como arquivo de texto.</translation>
    </message>
    <message>
        <source>{name} holds no text, only pictures of pages, and the model reads text only.</source>
        <translation>{name} não contém texto, só imagens de páginas, e o modelo só lê texto.</translation>
    </message>
    <message>
        <source>Run it through text recognition first.</source>
        <translation>Passe-o antes por um reconhecimento de texto.</translation>
    </message>
    <message>
        <source>1 chat</source>
        <translation>1 conversa</translation>
    </message>
    <message>
        <source>{count} chats</source>
        <translation>{count} conversas</translation>
    </message>
    <message>
        <source>1 message</source>
        <translation>1 mensagem</translation>
    </message>
    <message>
        <source>{count} messages</source>
        <translation>{count} mensagens</translation>
    </message>
    <message>
        <source>Try again later, or install it from a file.</source>
        <translation>Tente mais tarde ou instale-o a partir de um arquivo.</translation>
    </message>
    <message>
        <source>Nothing was installed.</source>
        <translation>Nada foi instalado.</translation>
    </message>
    <message>
        <source>The file of the {name} engine is not what it should be.</source>
        <translation>O arquivo do motor {name} não é o que deveria ser.</translation>
    </message>
    <message>
        <source>Try again later; this is a fault of the one who offers it.</source>
        <translation>Tente mais tarde; é uma falha de quem o oferece.</translation>
    </message>
    <message>
        <source>The {name} engine could not be written to {folder}.</source>
        <translation>Não foi possível gravar o motor {name} em {folder}.</translation>
    </message>
    <message>
        <source>It takes {count} MB: make room, then try again.</source>
        <translation>Ele ocupa {count} MB: libere espaço e tente de novo.</translation>
    </message>
    <message>
        <source>{names}: none of the engines that this version of glmdesk knows.</source>
        <translation>{names}: nenhum dos motores que esta versão do glmdesk conhece.</translation>
    </message>
    <message>
        <source>To use a llama.cpp of your own, choose the Python it is installed in.</source>
        <translation>Para usar um llama.cpp próprio, escolha o Python em que ele está instalado.</translation>
    </message>
    <message>
        <source>Choose another engine.</source>
        <translation>Escolha outro motor.</translation>
    </message>
    <message>
        <source>The {name} engine was not downloaded. {why}</source>
        <translation>O motor {name} não foi baixado. {why}</translation>
    </message>
    <message>
        <source>The file of the {name} engine cannot be read.</source>
        <translation>Não é possível ler o arquivo do motor {name}.</translation>
    </message>
    <message>
        <source>The file of the {name} engine is not the one that was published.</source>
        <translation>O arquivo do motor {name} não é o que foi publicado.</translation>
    </message>
    <message>
        <source>It was not installed.</source>
        <translation>Ele não foi instalado.</translation>
    </message>
    <message>
        <source>Try again; if it happens again, leave this engine alone.</source>
        <translation>Tente de novo; se acontecer outra vez, deixe este motor de lado.</translation>
    </message>
    <message>
        <source>{repo} is only for people who accepted its terms.</source>
        <translation>{repo} é só para quem aceitou os termos.</translation>
    </message>
    <message>
        <source>Accept them on its page, then log in with: hf auth login</source>
        <translation>Aceite-os na página dele e depois entre com: hf auth login</translation>
    </message>
    <message>
        <source>{host} has no repository {repo}.</source>
        <translation>{host} não tem o repositório {repo}.</translation>
    </message>
    <message>
        <source>Check its name.</source>
        <translation>Verifique o nome.</translation>
    </message>
    <message>
        <source>{host} cannot be asked for its files.</source>
        <translation>Não é possível pedir os arquivos a {host}.</translation>
    </message>
    <message>
        <source>Check the network connection.</source>
        <translation>Verifique a conexão de rede.</translation>
    </message>
    <message>
        <source>There is no model called {name}.</source>
        <translation>Não há nenhum modelo chamado {name}.</translation>
    </message>
    <message>
        <source>Name a repository, an address, or one of: {known}.</source>
        <translation>Indique um repositório, um endereço ou um destes: {known}.</translation>
    </message>
    <message>
        <source>{url} is not the address of a GGUF file.</source>
        <translation>{url} não é o endereço de um arquivo GGUF.</translation>
    </message>
    <message>
        <source>Name one that ends in .gguf.</source>
        <translation>Indique um que termine em .gguf.</translation>
    </message>
    <message>
        <source>{repo} has no GGUF file for {quant}.</source>
        <translation>{repo} não tem nenhum arquivo GGUF para {quant}.</translation>
    </message>
    <message>
        <source>Name one of its files, as {repo}/FILE: {there}.</source>
        <translation>Indique um dos arquivos, como {repo}/FILE: {there}.</translation>
    </message>
    <message>
        <source>{repo} was uploaded before 21 January 2026: its models repeat themselves endlessly.</source>
        <translation>{repo} foi enviado antes de 21 de janeiro de 2026: os modelos dele se repetem sem fim.</translation>
    </message>
    <message>
        <source>{repo} was not converted from the model that Z.ai published.</source>
        <translation>{repo} não foi convertido do modelo que a Z.ai publicou.</translation>
    </message>
    <message>
        <source>Name {model} instead.</source>
        <translation>Indique {model} no lugar dele.</translation>
    </message>
    <message>
        <source>an address that is not of the web</source>
        <translation>um endereço que não é da web</translation>
    </message>
    <message>
        <source>a connection that is not encrypted</source>
        <translation>uma conexão sem criptografia</translation>
    </message>
    <message>
        <source>an address inside a private network</source>
        <translation>um endereço dentro de uma rede privada</translation>
    </message>
    <message>
        <source>{host} sent the download on to {kind}.</source>
        <translation>{host} encaminhou o download para {kind}.</translation>
    </message>
    <message>
        <source>Try again from another network, or from another mirror.</source>
        <translation>Tente de outra rede ou de outro espelho.</translation>
    </message>
    <message>
        <source>{host} sends more than was asked for.</source>
        <translation>{host} envia mais do que foi pedido.</translation>
    </message>
    <message>
        <source>What came is not a model file; maybe a login page answered.</source>
        <translation>O que veio não é um arquivo de modelo; talvez uma página de login tenha respondido.</translation>
    </message>
    <message>
        <source>None of it was kept.</source>
        <translation>Nada disso foi mantido.</translation>
    </message>
    <message>
        <source>Log in to this network in a browser, or choose another mirror.</source>
        <translation>Entre nesta rede pelo navegador ou escolha outro espelho.</translation>
    </message>
    <message>
        <source>{host} offers another file by this name than the one that was expected.</source>
        <translation>{host} oferece com este nome um arquivo diferente do esperado.</translation>
    </message>
    <message>
        <source>Choose another mirror, or look for a newer version of the model.</source>
        <translation>Escolha outro espelho ou procure uma versão mais nova do modelo.</translation>
    </message>
    <message>
        <source>The address of the file expires at once.</source>
        <translation>O endereço do arquivo expira na hora.</translation>
    </message>
    <message>
        <source>There is another file named {name} in this folder.</source>
        <translation>Há outro arquivo chamado {name} nesta pasta.</translation>
    </message>
    <message>
        <source>Move it away, or choose another folder.</source>
        <translation>Mova-o ou escolha outra pasta.</translation>
    </message>
    <message>
        <source>The disk has no room for {name}: it takes {size}, and {free} are free, of which {kept} stay free for your chats.</source>
        <translation>O disco não tem espaço para {name}: ele ocupa {size}, e há {free} livres, dos quais {kept} ficam livres para as suas conversas.</translation>
    </message>
    <message>
        <source>Nothing was downloaded.</source>
        <translation>Nada foi baixado.</translation>
    </message>
    <message>
        <source>What was downloaded is kept.</source>
        <translation>O que foi baixado é mantido.</translation>
    </message>
    <message>
        <source>Make room for {more}, or choose another folder.</source>
        <translation>Libere espaço para {more} ou escolha outra pasta.</translation>
    </message>
    <message>
        <source>The server does not give parts of it.</source>
        <translation>O servidor não fornece partes dele.</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>Tente mais tarde.</translation>
    </message>
    <message>
        <source>{host} does not say how large the file is.</source>
        <translation>{host} não diz o tamanho do arquivo.</translation>
    </message>
    <message>
        <source>{host} sends the download round in circles.</source>
        <translation>{host} faz o download andar em círculos.</translation>
    </message>
    <message>
        <source>Try again later, or from another mirror.</source>
        <translation>Tente mais tarde ou de outro espelho.</translation>
    </message>
    <message>
        <source>{host} gives an address that is none.</source>
        <translation>{host} dá um endereço que não é válido.</translation>
    </message>
    <message>
        <source>{host} is out of order at the moment.</source>
        <translation>{host} está fora do ar no momento.</translation>
    </message>
    <message>
        <source>{host} asks to be left alone for a while.</source>
        <translation>{host} pede uma pausa por algum tempo.</translation>
    </message>
    <message>
        <source>{host} gives this file only to people it knows.</source>
        <translation>{host} só entrega este arquivo a quem conhece.</translation>
    </message>
    <message>
        <source>Accept the model&apos;s terms on its page and log in with: hf auth login</source>
        <translation>Aceite os termos do modelo na página dele e entre com: hf auth login</translation>
    </message>
    <message>
        <source>{host} has no such file.</source>
        <translation>{host} não tem esse arquivo.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Escolha outro arquivo.</translation>
    </message>
    <message>
        <source>{host} refused the download.</source>
        <translation>{host} recusou o download.</translation>
    </message>
    <message>
        <source>{host} answers with other bytes than were asked for.</source>
        <translation>{host} responde com bytes diferentes dos pedidos.</translation>
    </message>
    <message>
        <source>Nothing more comes from {host}.</source>
        <translation>Nada mais chega de {host}.</translation>
    </message>
    <message>
        <source>{host} cannot be reached.</source>
        <translation>Não é possível acessar {host}.</translation>
    </message>
    <message>
        <source>The connection to {host} was lost.</source>
        <translation>A conexão com {host} foi perdida.</translation>
    </message>
    <message>
        <source>A login page answered instead of {host}.</source>
        <translation>Uma página de login respondeu em vez de {host}.</translation>
    </message>
    <message>
        <source>Log in to this network in a browser.</source>
        <translation>Entre nesta rede pelo navegador.</translation>
    </message>
    <message>
        <source>The server&apos;s name for the file is not one a file can have.</source>
        <translation>O nome que o servidor dá ao arquivo não pode ser o de um arquivo.</translation>
    </message>
    <message>
        <source>Another window of this program downloads this file.</source>
        <translation>Outra janela deste programa baixa este arquivo.</translation>
    </message>
    <message>
        <source>The server changes {name} all the time.</source>
        <translation>O servidor muda {name} o tempo todo.</translation>
    </message>
    <message>
        <source>{name} was changed on the server.</source>
        <translation>{name} foi alterado no servidor.</translation>
    </message>
    <message>
        <source>What was downloaded of the former file is of no use.</source>
        <translation>O que foi baixado do arquivo anterior não serve mais.</translation>
    </message>
    <message>
        <source>The download begins anew.</source>
        <translation>O download recomeça.</translation>
    </message>
    <message>
        <source>The download of {name} is damaged: it is not the file that was published.</source>
        <translation>O download de {name} está danificado: não é o arquivo que foi publicado.</translation>
    </message>
    <message>
        <source>It is kept aside and cannot be loaded.</source>
        <translation>Ele fica guardado à parte e não pode ser carregado.</translation>
    </message>
    <message>
        <source>Start the download again to repair it.</source>
        <translation>Inicie o download de novo para repará-lo.</translation>
    </message>
    <message>
        <source>The disk is full, so {name} cannot go on.</source>
        <translation>O disco está cheio, então {name} não pode continuar.</translation>
    </message>
    <message>
        <source>Make room; it continues where it stopped.</source>
        <translation>Libere espaço; ele continua de onde parou.</translation>
    </message>
    <message>
        <source>The file {name} is damaged: it is not what was published.</source>
        <translation>O arquivo {name} está danificado: não é o que foi publicado.</translation>
    </message>
    <message>
        <source>Repair it: only what is damaged is downloaded again.</source>
        <translation>Repare-o: só o que está danificado é baixado de novo.</translation>
    </message>
    <message>
        <source>No new chats came in from {source}.</source>
        <translation>Nenhuma conversa nova veio de {source}.</translation>
    </message>
    <message>
        <source>{chats} with {messages} came in from {source}.</source>
        <translation>Importado de {source}: {chats} com {messages}.</translation>
    </message>
    <message>
        <source>Chats that were here already: {count}.</source>
        <translation>Conversas que já estavam aqui: {count}.</translation>
    </message>
    <message>
        <source>Chats left out, having no messages: {count}.</source>
        <translation>Conversas deixadas de fora por não terem mensagens: {count}.</translation>
    </message>
    <message>
        <source>Entries left out, being no chats: {count}.</source>
        <translation>Itens deixados de fora por não serem conversas: {count}.</translation>
    </message>
    <message>
        <source>Pictures and other files left out, because only text is kept: {count}.</source>
        <translation>Imagens e outros arquivos deixados de fora, porque só o texto é guardado: {count}.</translation>
    </message>
    <message>
        <source>Not readable: {names} and {count} more.</source>
        <translation>Não foi possível ler: {names} e mais {count}.</translation>
    </message>
    <message>
        <source>Not readable: {names}.</source>
        <translation>Não foi possível ler: {names}.</translation>
    </message>
</context>
<context>
    <name>AboutDialog</name>
    <message>
        <source>About glmdesk</source>
        <translation>Sobre o glmdesk</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versão</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Motor</translation>
    </message>
    <message>
        <source>not started yet</source>
        <translation>ainda não iniciado</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licença</translation>
    </message>
    <message>
        <source>Runs language models on this computer. Nothing is sent anywhere unless you ask.</source>
        <translation>Executa modelos de linguagem neste computador. Nada é enviado a lugar algum sem que você peça.</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>Novidades</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Licenças</translation>
    </message>
    <message>
        <source>Copy for a report</source>
        <translation>Copiar para um relato</translation>
    </message>
    <message>
        <source>{commit}, released {days} days ago</source>
        <translation>{commit}, lançado há {days} dias</translation>
    </message>
</context>
<context>
    <name>AnswerNews</name>
    <message>
        <source>Generating an answer</source>
        <translation>Gerando uma resposta</translation>
    </message>
    <message>
        <source>1 word</source>
        <translation>1 palavra</translation>
    </message>
    <message>
        <source>{count} words</source>
        <translation>{count} palavras</translation>
    </message>
    <message>
        <source>Answer finished, {words}</source>
        <translation>Resposta concluída, {words}</translation>
    </message>
    <message>
        <source>Answer cut at its limit, {words}</source>
        <translation>Resposta cortada no limite, {words}</translation>
    </message>
    <message>
        <source>Answer stopped, {words}</source>
        <translation>Resposta parada, {words}</translation>
    </message>
    <message>
        <source>Answer interrupted, {words} kept</source>
        <translation>Resposta interrompida, {words} mantidas</translation>
    </message>
    <message>
        <source>No answer: {note}</source>
        <translation>Sem resposta: {note}</translation>
    </message>
</context>
<context>
    <name>AskDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>BranchSwitch</name>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} de {count}</translation>
    </message>
    <message>
        <source>Version {words}</source>
        <translation>Versão {words}</translation>
    </message>
</context>
<context>
    <name>ChatFiles</name>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Export chat</source>
        <translation>Exportar a conversa</translation>
    </message>
    <message>
        <source>Chats</source>
        <translation>Conversas</translation>
    </message>
    <message>
        <source>Export all chats</source>
        <translation>Exportar todas as conversas</translation>
    </message>
    <message>
        <source>Import chats</source>
        <translation>Importar conversas</translation>
    </message>
    <message>
        <source>Exported chats</source>
        <translation>Conversas exportadas</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos os arquivos (*)</translation>
    </message>
</context>
<context>
    <name>ChatListView</name>
    <message>
        <source>Chats</source>
        <translation>Conversas</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Desafixar</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Fixar</translation>
    </message>
    <message>
        <source>Move to folder</source>
        <translation>Mover para uma pasta</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renomear</translation>
    </message>
    <message>
        <source>Export as Markdown …</source>
        <translation>Exportar como Markdown …</translation>
    </message>
    <message>
        <source>Export as JSON …</source>
        <translation>Exportar como JSON …</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Excluir</translation>
    </message>
    <message>
        <source>No folder</source>
        <translation>Sem pasta</translation>
    </message>
    <message>
        <source>New folder …</source>
        <translation>Nova pasta …</translation>
    </message>
    <message>
        <source>New chat here</source>
        <translation>Nova conversa aqui</translation>
    </message>
    <message>
        <source>Remove the folder, keep its chats</source>
        <translation>Remover a pasta e manter as conversas</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Nova pasta</translation>
    </message>
    <message>
        <source>Name of the folder</source>
        <translation>Nome da pasta</translation>
    </message>
</context>
<context>
    <name>ChatOptionsDialog</name>
    <message>
        <source>None</source>
        <translation>Nenhum</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Baixo</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Médio</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Alto</translation>
    </message>
    <message>
        <source>Highest</source>
        <translation>Máximo</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Habitual</translation>
    </message>
    <message>
        <source>Effort of thinking</source>
        <translation>Esforço ao pensar</translation>
    </message>
    <message>
        <source>How hard {model} thinks; more takes longer and costs more.</source>
        <translation>Quanto {model} pensa; mais demora mais e custa mais.</translation>
    </message>
    <message>
        <source>This chat</source>
        <translation>Esta conversa</translation>
    </message>
    <message>
        <source>What you change here holds for this chat and leaves the settings as they are.</source>
        <translation>O que você mudar aqui vale para esta conversa e deixa as configurações como estão.</translation>
    </message>
    <message>
        <source>Take those of the style</source>
        <translation>Usar os do estilo</translation>
    </message>
    <message>
        <source>Values for this chat</source>
        <translation>Valores desta conversa</translation>
    </message>
    <message>
        <source>{setting}: as in the settings</source>
        <translation>{setting}: como nas configurações</translation>
    </message>
    <message>
        <source>As in the settings</source>
        <translation>Como nas configurações</translation>
    </message>
</context>
<context>
    <name>ChatRowDelegate</name>
    <message>
        <source>Name of the folder</source>
        <translation>Nome da pasta</translation>
    </message>
    <message>
        <source>Title of the chat</source>
        <translation>Título da conversa</translation>
    </message>
</context>
<context>
    <name>ChatRows</name>
    <message>
        <source>Pinned</source>
        <translation>Fixadas</translation>
    </message>
    <message>
        <source>In messages</source>
        <translation>Nas mensagens</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoje</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Ontem</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>Folder, closed</source>
        <translation>Pasta, fechada</translation>
    </message>
    <message>
        <source>Folder, open</source>
        <translation>Pasta, aberta</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Nova conversa</translation>
    </message>
</context>
<context>
    <name>ChatView</name>
    <message>
        <source>Messages</source>
        <translation>Mensagens</translation>
    </message>
</context>
<context>
    <name>CitationRow</name>
    <message>
        <source>Show these lines</source>
        <translation>Mostrar estas linhas</translation>
    </message>
    <message>
        <source>{place} does not hold: {why}</source>
        <translation>{place} não se confirma: {why}</translation>
    </message>
</context>
<context>
    <name>CloudMenu</name>
    <message>
        <source>Cloud</source>
        <translation>Nuvem</translation>
    </message>
    <message>
        <source>Cloud services …</source>
        <translation>Serviços na nuvem …</translation>
    </message>
    <message>
        <source>Use Z.ai or another service …</source>
        <translation>Usar a Z.ai ou outro serviço …</translation>
    </message>
    <message>
        <source>“Local only” is switched on.</source>
        <translation>“Somente local” está ligado.</translation>
    </message>
    <message>
        <source>What you ask goes to {place}.</source>
        <translation>O que você pergunta vai para {place}.</translation>
    </message>
    <message>
        <source>It is paid by your plan.</source>
        <translation>É pago pelo seu plano.</translation>
    </message>
    <message>
        <source>USD for a million tokens, as of {day}.</source>
        <translation>USD por um milhão de tokens, em {day}.</translation>
    </message>
</context>
<context>
    <name>CodeView</name>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Salvar</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Code, {language}</source>
        <translation>Código, {language}</translation>
    </message>
    <message>
        <source>Save code</source>
        <translation>Salvar o código</translation>
    </message>
    <message>
        <source>code</source>
        <translation>código</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>How to think</source>
        <translation>Como pensar</translation>
    </message>
    <message>
        <source>Ask a question</source>
        <translation>Faça uma pergunta</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Anexar arquivos</translation>
    </message>
    <message>
        <source>Think</source>
        <translation>Pensar</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>The model in use does not think before it answers.</source>
        <translation>O modelo em uso não pensa antes de responder.</translation>
    </message>
    <message>
        <source>The model thinks before its next answer: better, and slower.</source>
        <translation>O modelo pensa antes da próxima resposta: melhor e mais lento.</translation>
    </message>
    <message>
        <source>The model answers at once, without thinking first.</source>
        <translation>O modelo responde logo, sem pensar antes.</translation>
    </message>
    <message>
        <source>Pasted text</source>
        <translation>Texto colado</translation>
    </message>
    <message>
        <source>Files …</source>
        <translation>Arquivos …</translation>
    </message>
    <message>
        <source>Folder of a project …</source>
        <translation>Pasta de um projeto …</translation>
    </message>
</context>
<context>
    <name>ConnectionsRoom</name>
    <message>
        <source>Check “Local only”</source>
        <translation>Verificar “Somente local”</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Conexões</translation>
    </message>
    <message>
        <source>Every connection that the program made, and why. Nothing else leaves it.</source>
        <translation>Cada conexão que o programa fez e por quê. Nada mais sai dele.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quando</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por quê</translation>
    </message>
    <message>
        <source>Sent · received</source>
        <translation>Enviado · recebido</translation>
    </message>
    <message>
        <source>The lock holds: a connection, a look-up and a datagram were refused.</source>
        <translation>A trava funciona: uma conexão, uma consulta e um datagrama foram recusados.</translation>
    </message>
    <message>
        <source>The lock does not hold. Please report this.</source>
        <translation>A trava não funciona. Por favor, relate isso.</translation>
    </message>
    <message>
        <source>“Local only” is off, so connections are possible. Switch it on to check it.</source>
        <translation>“Somente local” está desligado, então conexões são possíveis. Ligue-o para verificar.</translation>
    </message>
</context>
<context>
    <name>ConsentSheet</name>
    <message>
        <source>Looks into files</source>
        <translation>Consultas a arquivos</translation>
    </message>
    <message>
        <source>While it answers, the model may ask for more of the project; that goes there too.</source>
        <translation>Enquanto responde, o modelo pode pedir mais do projeto; isso também vai para lá.</translation>
    </message>
    <message>
        <source>What will leave this computer</source>
        <translation>O que vai sair deste computador</translation>
    </message>
    <message>
        <source>Remember for this project</source>
        <translation>Lembrar para este projeto</translation>
    </message>
    <message>
        <source>This question goes to {model}</source>
        <translation>Esta pergunta vai para {model}</translation>
    </message>
    <message>
        <source>It goes to {place}, at {host}. What they do with it is theirs to decide.</source>
        <translation>Vai para {place}, em {host}. O que fazem com isso, eles decidem.</translation>
    </message>
    <message>
        <source>The connection is not encrypted: others on the way can read it.</source>
        <translation>A conexão não é criptografada: outros no caminho podem lê-la.</translation>
    </message>
    <message>
        <source>Held back, because it looks secret: {found}</source>
        <translation>Retido, porque parece secreto: {found}</translation>
    </message>
    <message>
        <source>Taken out: {count} characters that nobody sees</source>
        <translation>Retirados: {count} caracteres que ninguém vê</translation>
    </message>
    <message>
        <source>{all}, {asked} of them yours</source>
        <translation>{all}, {asked} delas suas</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>none</source>
        <translation>nenhum</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Arquivos</translation>
    </message>
    <message>
        <source>Earlier thoughts</source>
        <translation>Raciocínios anteriores</translation>
    </message>
    <message>
        <source>{bytes} bytes, about {tokens} tokens</source>
        <translation>{bytes} bytes, cerca de {tokens} tokens</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamanho</translation>
    </message>
    <message>
        <source>Cost of reading it</source>
        <translation>Custo de ler</translation>
    </message>
    <message>
        <source>Exactly this is sent, byte for byte. The key goes beside it, in a header.</source>
        <translation>Exatamente isto é enviado, byte por byte. A chave vai ao lado, em um cabeçalho.</translation>
    </message>
    <message>
        <source>What is sent</source>
        <translation>O que é enviado</translation>
    </message>
    <message>
        <source>Send nothing</source>
        <translation>Não enviar nada</translation>
    </message>
    <message>
        <source>Send this</source>
        <translation>Enviar isto</translation>
    </message>
</context>
<context>
    <name>ContextMeter</name>
    <message>
        <source>{used} tokens</source>
        <translation>{used} tokens</translation>
    </message>
    <message>
        <source>about {used} of {limit}</source>
        <translation>cerca de {used} de {limit}</translation>
    </message>
    <message>
        <source>The size of the context is known once a model is loaded.</source>
        <translation>O tamanho do contexto é conhecido quando um modelo é carregado.</translation>
    </message>
    <message>
        <source>{used} of {limit}</source>
        <translation>{used} de {limit}</translation>
    </message>
    <message>
        <source>{part}: {tokens}</source>
        <translation>{part}: {tokens}</translation>
    </message>
    <message>
        <source>full: start a new chat, or shorten the draft</source>
        <translation>cheio: comece uma nova conversa ou encurte o rascunho</translation>
    </message>
    <message>
        <source>getting full: a new chat starts empty</source>
        <translation>enchendo: uma nova conversa começa vazia</translation>
    </message>
    <message>
        <source>Start a new chat</source>
        <translation>Começar uma nova conversa</translation>
    </message>
    <message>
        <source>Change the size of the context …</source>
        <translation>Mudar o tamanho do contexto …</translation>
    </message>
</context>
<context>
    <name>ContextSlider</name>
    <message>
        <source>Context</source>
        <translation>Contexto</translation>
    </message>
    <message>
        <source>Context {tokens} tokens, about {pages} pages</source>
        <translation>Contexto de {tokens} tokens, cerca de {pages} páginas</translation>
    </message>
    <message>
        <source>{tokens}: {speed}</source>
        <translation>{tokens}: {speed}</translation>
    </message>
    <message>
        <source>This model holds at most {most} tokens.</source>
        <translation>Este modelo comporta no máximo {most} tokens.</translation>
    </message>
    <message>
        <source>More context takes more memory; {most} is the most that fits here.</source>
        <translation>Mais contexto ocupa mais memória; {most} é o máximo que cabe aqui.</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Attach folder</source>
        <translation>Anexar pasta</translation>
    </message>
    <message>
        <source>Open a model file</source>
        <translation>Abrir um arquivo de modelo</translation>
    </message>
    <message>
        <source>Models (*.gguf)</source>
        <translation>Modelos (*.gguf)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos os arquivos (*)</translation>
    </message>
    <message>
        <source>Your chats are not open yet, and new ones are not saved.</source>
        <translation>Suas conversas ainda não estão abertas, e as novas não são salvas.</translation>
    </message>
    <message>
        <source>The file of your chats is as it was.</source>
        <translation>O arquivo das suas conversas está como estava.</translation>
    </message>
    <message>
        <source>Choose “Recover chats” at the side to go on.</source>
        <translation>Escolha “Recuperar conversas” ao lado para continuar.</translation>
    </message>
</context>
<context>
    <name>Download</name>
    <message>
        <source>{size}, all here</source>
        <translation>{size}, tudo aqui</translation>
    </message>
    <message>
        <source>{received} of {size}</source>
        <translation>{received} de {size}</translation>
    </message>
    <message>
        <source>Looking for the file …</source>
        <translation>Procurando o arquivo …</translation>
    </message>
    <message>
        <source>{size} a second</source>
        <translation>{size} por segundo</translation>
    </message>
    <message>
        <source>Trying again in {n} s.</source>
        <translation>Nova tentativa em {n} s.</translation>
    </message>
    <message>
        <source>Checking that every byte is right: {n} %</source>
        <translation>Verificando se cada byte está certo: {n} %</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Em pausa</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>falta menos de um minuto</translation>
    </message>
    <message>
        <source>{n} min left</source>
        <translation>faltam {n} min</translation>
    </message>
    <message>
        <source>{h} h {n} min left</source>
        <translation>faltam {h} h {n} min</translation>
    </message>
</context>
<context>
    <name>DownloadCard</name>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>Desistir</translation>
    </message>
    <message>
        <source>Download of {name}</source>
        <translation>Download de {name}</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Reparar</translation>
    </message>
    <message>
        <source>Give up the download of {name}?</source>
        <translation>Desistir do download de {name}?</translation>
    </message>
    <message>
        <source>What came so far, {amount}, is removed.</source>
        <translation>O que veio até agora, {amount}, é removido.</translation>
    </message>
</context>
<context>
    <name>Downloads</name>
    <message>
        <source>Local only is on, so nothing is downloaded.</source>
        <translation>“Somente local” está ligado, então nada é baixado.</translation>
    </message>
    <message>
        <source>Turn it off in the settings to go on.</source>
        <translation>Desligue-o nas configurações para continuar.</translation>
    </message>
    <message>
        <source>{name} is here.</source>
        <translation>{name} está aqui.</translation>
    </message>
    <message>
        <source>Every byte was verified.</source>
        <translation>Cada byte foi verificado.</translation>
    </message>
    <message>
        <source>Nobody published a hash to verify it with.</source>
        <translation>Ninguém publicou um hash para verificá-lo.</translation>
    </message>
    <message>
        <source>The disk refused the download: {reason}.</source>
        <translation>O disco recusou o download: {reason}.</translation>
    </message>
</context>
<context>
    <name>DraftEdit</name>
    <message>
        <source>Message</source>
        <translation>Mensagem</translation>
    </message>
</context>
<context>
    <name>Editor</name>
    <message>
        <source>Edit message</source>
        <translation>Editar a mensagem</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Makes a branch; the first version is kept</source>
        <translation>Cria um ramo; a primeira versão é mantida</translation>
    </message>
</context>
<context>
    <name>EmptyChat</name>
    <message>
        <source>What is it about?</source>
        <translation>Do que se trata?</translation>
    </message>
    <message>
        <source>Nothing you write leaves this computer.</source>
        <translation>Nada do que você escreve sai deste computador.</translation>
    </message>
    <message>
        <source>What you write goes to {service}; you see it before the first time.</source>
        <translation>O que você escreve vai para {service}; na primeira vez você vê antes.</translation>
    </message>
    <message>
        <source>Understand some code</source>
        <translation>Entender um código</translation>
    </message>
    <message>
        <source>Paste it, and ask what it does and where it can fail</source>
        <translation>Cole o código e pergunte o que ele faz e onde pode falhar</translation>
    </message>
    <message>
        <source>Explain what this code does, step by step, and where it can fail:</source>
        <translation>Explique o que este código faz, passo a passo, e onde ele pode falhar:</translation>
    </message>
    <message>
        <source>Shorten a text</source>
        <translation>Encurtar um texto</translation>
    </message>
    <message>
        <source>The main points, and what was left out</source>
        <translation>Os pontos principais e o que ficou de fora</translation>
    </message>
    <message>
        <source>Give the main points of this text, then say what you left out:</source>
        <translation>Dê os pontos principais deste texto e depois diga o que deixou de fora:</translation>
    </message>
    <message>
        <source>Think something through</source>
        <translation>Pensar bem em algo</translation>
    </message>
    <message>
        <source>Options, what speaks for each, and what to find out first</source>
        <translation>Opções, o que fala a favor de cada uma e o que descobrir primeiro</translation>
    </message>
    <message>
        <source>Help me decide. These are the options, and this is what matters to me:</source>
        <translation>Ajude-me a decidir. Estas são as opções, e isto é o que importa para mim:</translation>
    </message>
</context>
<context>
    <name>EngineCard</name>
    <message>
        <source>Starting the engine</source>
        <translation>Iniciando o motor</translation>
    </message>
    <message>
        <source>Loading {name}</source>
        <translation>Carregando {name}</translation>
    </message>
    <message>
        <source>Opening the file</source>
        <translation>Abrindo o arquivo</translation>
    </message>
    <message>
        <source>Reading the weights into memory, {percent} % done</source>
        <translation>Lendo os pesos para a memória, {percent} % feito</translation>
    </message>
    <message>
        <source>Preparing the context</source>
        <translation>Preparando o contexto</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>Reiniciar agora</translation>
    </message>
    <message>
        <source>The engine stopped and is starting again.</source>
        <translation>O motor parou e está iniciando de novo.</translation>
    </message>
    <message>
        <source>The engine stopped.</source>
        <translation>O motor parou.</translation>
    </message>
    <message>
        <source>Starting it again in {seconds} s.</source>
        <translation>Iniciando de novo em {seconds} s.</translation>
    </message>
    <message>
        <source>The engine cannot be started.</source>
        <translation>O motor não pode ser iniciado.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Tentar de novo</translation>
    </message>
    <message>
        <source>No model is loaded.</source>
        <translation>Nenhum modelo está carregado.</translation>
    </message>
    <message>
        <source>Answers need a model: a file that ends in .gguf.</source>
        <translation>As respostas precisam de um modelo: um arquivo que termina em .gguf.</translation>
    </message>
    <message>
        <source>Open a model file …</source>
        <translation>Abrir um arquivo de modelo …</translation>
    </message>
</context>
<context>
    <name>EngineFacts</name>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Computes on</source>
        <translation>Calcula em</translation>
    </message>
    <message>
        <source>Layers on the GPU</source>
        <translation>Camadas na GPU</translation>
    </message>
    <message>
        <source>Experts in RAM</source>
        <translation>Especialistas na RAM</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Contexto</translation>
    </message>
    <message>
        <source>{n} tokens</source>
        <translation>{n} tokens</translation>
    </message>
    <message>
        <source>KV cache</source>
        <translation>Cache KV</translation>
    </message>
    <message>
        <source>Flash attention</source>
        <translation>Flash attention</translation>
    </message>
    <message>
        <source>Reads at once</source>
        <translation>Lê de uma vez</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>Why so</source>
        <translation>O motivo</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Motor</translation>
    </message>
    <message>
        <source>llama.cpp</source>
        <translation>llama.cpp</translation>
    </message>
    <message>
        <source>commit {commit}</source>
        <translation>commit {commit}</translation>
    </message>
    <message>
        <source>The engine is not running.</source>
        <translation>O motor não está em execução.</translation>
    </message>
    <message>
        <source>the processor</source>
        <translation>o processador</translation>
    </message>
    <message>
        <source>none</source>
        <translation>nenhuma</translation>
    </message>
    <message>
        <source>all</source>
        <translation>todas</translation>
    </message>
    <message>
        <source>{n} of {layers}</source>
        <translation>{n} de {layers}</translation>
    </message>
    <message>
        <source>all, as everything else</source>
        <translation>todos, como todo o resto</translation>
    </message>
    <message>
        <source>of {n} layers</source>
        <translation>de {n} camadas</translation>
    </message>
    <message>
        <source>of {n} layers of {layers}</source>
        <translation>de {n} camadas de {layers}</translation>
    </message>
    <message>
        <source>16-bit, as the model was trained</source>
        <translation>16 bits, como o modelo foi treinado</translation>
    </message>
    <message>
        <source>8-bit: half the memory, almost the same quality</source>
        <translation>8 bits: metade da memória, quase a mesma qualidade</translation>
    </message>
    <message>
        <source>4-bit: a quarter of the memory, some accuracy lost</source>
        <translation>4 bits: um quarto da memória, com alguma perda de precisão</translation>
    </message>
    <message>
        <source>off: this device cannot do it for this model, or it failed</source>
        <translation>desativada: este dispositivo não consegue fazê-lo com este modelo, ou falhou</translation>
    </message>
    <message>
        <source>on: the GPU can do it for this model</source>
        <translation>ativada: a GPU consegue fazê-lo com este modelo</translation>
    </message>
    <message>
        <source>on: the processor always can</source>
        <translation>ativada: o processador sempre consegue</translation>
    </message>
</context>
<context>
    <name>EnginePage</name>
    <message>
        <source>Choose automatically</source>
        <translation>Escolher automaticamente</translation>
    </message>
    <message>
        <source>Install from a file …</source>
        <translation>Instalar de um arquivo …</translation>
    </message>
    <message>
        <source>Use my own Python …</source>
        <translation>Usar meu próprio Python …</translation>
    </message>
    <message>
        <source>Models run with the llama.cpp of {python}.</source>
        <translation>Os modelos rodam com o llama.cpp de {python}.</translation>
    </message>
    <message>
        <source>The engine below is your choice.</source>
        <translation>O motor abaixo é o que você escolheu.</translation>
    </message>
    <message>
        <source>The best engine that works on this computer is used.</source>
        <translation>É usado o melhor motor que funciona neste computador.</translation>
    </message>
    <message>
        <source>{name}, {free} of {total} GiB free</source>
        <translation>{name}, {free} de {total} GiB livres</translation>
    </message>
    <message>
        <source>Devices of the running engine: {devices}.</source>
        <translation>Dispositivos do motor em execução: {devices}.</translation>
    </message>
    <message>
        <source>Engines (*.whl)</source>
        <translation>Motores (*.whl)</translation>
    </message>
    <message>
        <source>Install an engine</source>
        <translation>Instalar um motor</translation>
    </message>
    <message>
        <source>A Python with glmdesk and llama-cpp-python</source>
        <translation>Um Python com glmdesk e llama-cpp-python</translation>
    </message>
</context>
<context>
    <name>EnginePanel</name>
    <message>
        <source>Show the log</source>
        <translation>Mostrar o registro</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Log of the engine</source>
        <translation>Registro do motor</translation>
    </message>
    <message>
        <source>Copy the log</source>
        <translation>Copiar o registro</translation>
    </message>
    <message>
        <source>What runs</source>
        <translation>O que roda</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Memória</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Velocidade</translation>
    </message>
    <message>
        <source>foreseen</source>
        <translation>previsto</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>medido</translation>
    </message>
    <message>
        <source>No model is loaded.</source>
        <translation>Nenhum modelo está carregado.</translation>
    </message>
    <message>
        <source>RAM</source>
        <translation>RAM</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>pesos</translation>
    </message>
    <message>
        <source>context (KV cache)</source>
        <translation>contexto (cache KV)</translation>
    </message>
    <message>
        <source>working (compute)</source>
        <translation>cálculo (compute)</translation>
    </message>
    <message>
        <source>Known after the first answer of some length.</source>
        <translation>Conhecida depois da primeira resposta de certo tamanho.</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>esperado</translation>
    </message>
    <message>
        <source>Reading (prefill)</source>
        <translation>Leitura (prefill)</translation>
    </message>
    <message>
        <source>Writing (decode)</source>
        <translation>Escrita (decode)</translation>
    </message>
    <message>
        <source>Hide the log</source>
        <translation>Ocultar o registro</translation>
    </message>
</context>
<context>
    <name>EngineRow</name>
    <message>
        <source>Try again</source>
        <translation>Tentar de novo</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Usar</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remover</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>em uso</translation>
    </message>
    <message>
        <source>{size} on disk.</source>
        <translation>{size} no disco.</translation>
    </message>
    <message>
        <source>Installing: {percent} %</source>
        <translation>Instalando: {percent} %</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Atualizar</translation>
    </message>
    <message>
        <source>Install ({size})</source>
        <translation>Instalar ({size})</translation>
    </message>
</context>
<context>
    <name>EstimateLine</name>
    <message>
        <source>Local</source>
        <translation>Local</translation>
    </message>
    <message>
        <source>goes to the cloud</source>
        <translation>vai para a nuvem</translation>
    </message>
    <message>
        <source>stays here</source>
        <translation>fica aqui</translation>
    </message>
    <message>
        <source>Answer in the cloud</source>
        <translation>Responder na nuvem</translation>
    </message>
    <message>
        <source>Answer here</source>
        <translation>Responder aqui</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in chat</source>
        <translation>Buscar na conversa</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Ocorrência anterior</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Próxima ocorrência</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} de {count}</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Não encontrado</translation>
    </message>
</context>
<context>
    <name>FirstRunView</name>
    <message>
        <source>Tell me once a day when there is a newer glmdesk</source>
        <translation>Avisar uma vez por dia quando houver um glmdesk mais novo</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Agora não</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Voltar</translation>
    </message>
    <message>
        <source>Open a model file …</source>
        <translation>Abrir um arquivo de modelo …</translation>
    </message>
    <message>
        <source>Step {n} of 3</source>
        <translation>Passo {n} de 3</translation>
    </message>
    <message>
        <source>about {rate}, {pace}</source>
        <translation>cerca de {rate}, {pace}</translation>
    </message>
    <message>
        <source>You can ask the small starter model meanwhile.</source>
        <translation>Enquanto isso, você pode perguntar ao pequeno modelo inicial.</translation>
    </message>
    <message>
        <source>Looking at the memory of this computer …</source>
        <translation>Examinando a memória deste computador …</translation>
    </message>
    <message>
        <source>This is what a model can use.</source>
        <translation>Isto é o que um modelo pode usar.</translation>
    </message>
    <message>
        <source>No graphics card was found that a model could use, so the processor answers. That is slower.</source>
        <translation>Não foi encontrada nenhuma placa de vídeo que um modelo pudesse usar, então o processador responde. Isso é mais lento.</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Este computador</translation>
    </message>
    <message>
        <source>The small starter model answers meanwhile; it is quick, but knows little. When the download is here, it takes over in the same chat.</source>
        <translation>Enquanto isso responde o pequeno modelo inicial; é rápido, mas sabe pouco. Quando o download chegar, o outro assume na mesma conversa.</translation>
    </message>
    <message>
        <source>It is on its way</source>
        <translation>Está a caminho</translation>
    </message>
    <message>
        <source>Looking for models that suit it …</source>
        <translation>Procurando modelos que sirvam …</translation>
    </message>
    <message>
        <source>The model for it</source>
        <translation>O modelo para ele</translation>
    </message>
    <message>
        <source>Download {size}</source>
        <translation>Baixar {size}</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Start chatting</source>
        <translation>Começar a conversar</translation>
    </message>
    <message>
        <source>Without a network, drop a GGUF file on this window, or open one.</source>
        <translation>Sem rede, solte um arquivo GGUF nesta janela ou abra um.</translation>
    </message>
</context>
<context>
    <name>Fit</name>
    <message>
        <source>Memory as the engine measured it after loading</source>
        <translation>Memória medida pelo motor após o carregamento</translation>
    </message>
    <message>
        <source>Memory as foreseen for {tokens} of context</source>
        <translation>Memória prevista para {tokens} de contexto</translation>
    </message>
    <message>
        <source>exact, counted by the engine from the header of the file</source>
        <translation>exata, contada pelo motor a partir do cabeçalho do arquivo</translation>
    </message>
    <message>
        <source>an estimate</source>
        <translation>uma estimativa</translation>
    </message>
    <message>
        <source>an estimate; the exact figures are being worked out …</source>
        <translation>uma estimativa; os números exatos estão sendo calculados …</translation>
    </message>
    <message>
        <source>an estimate, since “Local only” is on and the header is not fetched</source>
        <translation>uma estimativa, pois “Somente local” está ativado e o cabeçalho não é baixado</translation>
    </message>
    <message>
        <source>an estimate, since the header of the file cannot be fetched now</source>
        <translation>uma estimativa, pois o cabeçalho do arquivo não pode ser obtido agora</translation>
    </message>
    <message>
        <source>an estimate, since the engine gives no figures</source>
        <translation>uma estimativa, pois o motor não fornece números</translation>
    </message>
    <message>
        <source>The smallest; answers are noticeably worse</source>
        <translation>O menor; as respostas são visivelmente piores</translation>
    </message>
    <message>
        <source>The usual balance of size and quality</source>
        <translation>O equilíbrio habitual entre tamanho e qualidade</translation>
    </message>
    <message>
        <source>A little closer to the full model</source>
        <translation>Um pouco mais perto do modelo completo</translation>
    </message>
    <message>
        <source>Hardly to be told from the full model</source>
        <translation>Quase não se distingue do modelo completo</translation>
    </message>
    <message>
        <source>The full model</source>
        <translation>O modelo completo</translation>
    </message>
    <message>
        <source>slower than one reads</source>
        <translation>mais devagar do que se lê</translation>
    </message>
    <message>
        <source>about as fast as one reads</source>
        <translation>mais ou menos como se lê</translation>
    </message>
    <message>
        <source>faster than one reads</source>
        <translation>mais rápido do que se lê</translation>
    </message>
</context>
<context>
    <name>FitView</name>
    <message>
        <source>The file of this model</source>
        <translation>O arquivo deste modelo</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>Looking at this computer and the models …</source>
        <translation>Examinando este computador e os modelos …</translation>
    </message>
    <message>
        <source>on this computer</source>
        <translation>neste computador</translation>
    </message>
    <message>
        <source>not downloaded</source>
        <translation>não baixado</translation>
    </message>
    <message>
        <source>verifying, {n} % done</source>
        <translation>verificando, {n} % concluído</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>danificado</translation>
    </message>
    <message>
        <source>verified {day}</source>
        <translation>verificado em {day}</translation>
    </message>
    <message>
        <source>as measured</source>
        <translation>conforme medido</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>esperado</translation>
    </message>
    <message>
        <source>16-bit</source>
        <translation>16 bits</translation>
    </message>
    <message>
        <source>8-bit</source>
        <translation>8 bits</translation>
    </message>
    <message>
        <source>4-bit</source>
        <translation>4 bits</translation>
    </message>
    <message>
        <source>The context is kept in {kind}.</source>
        <translation>O contexto é guardado em {kind}.</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Em uso</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>Baixando</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Baixar</translation>
    </message>
    <message>
        <source>Try the larger plan</source>
        <translation>Tentar o plano maior</translation>
    </message>
    <message>
        <source>Use {tokens} context</source>
        <translation>Usar {tokens} de contexto</translation>
    </message>
    <message>
        <source>Use this model</source>
        <translation>Usar este modelo</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
</context>
<context>
    <name>Glossary</name>
    <message>
        <source>What are</source>
        <translation>O que são?</translation>
    </message>
    <message>
        <source>layers</source>
        <translation>camadas</translation>
    </message>
    <message>
        <source>A model is a stack of layers that each word passes; layers on the GPU are fast.</source>
        <translation>Um modelo é uma pilha de camadas pelas quais cada palavra passa; as camadas na GPU são rápidas.</translation>
    </message>
    <message>
        <source>experts</source>
        <translation>especialistas</translation>
    </message>
    <message>
        <source>Most of a layer is experts, of which a word needs only a few; so they can stay in RAM, slower but far cheaper than the whole layer.</source>
        <translation>A maior parte de uma camada são especialistas, dos quais uma palavra precisa de poucos; por isso eles podem ficar na RAM, mais lentos, mas muito mais baratos que a camada inteira.</translation>
    </message>
    <message>
        <source>KV cache</source>
        <translation>Cache KV</translation>
    </message>
    <message>
        <source>What the model has noted of the chat so far; it grows with the size of the context.</source>
        <translation>O que o modelo anotou da conversa até agora; cresce com o tamanho do contexto.</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Show or hide the chats</source>
        <translation>Mostrar ou ocultar as conversas</translation>
    </message>
    <message>
        <source>Choices for this chat</source>
        <translation>Opções desta conversa</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Nova conversa</translation>
    </message>
</context>
<context>
    <name>InstallNote</name>
    <message>
        <source>This runs a script from {hosts} that nobody has read here.</source>
        <translation>Isto executa um script de {hosts} que ninguém leu aqui.</translation>
    </message>
    <message>
        <source>Models invent names of packages; check them before you install.</source>
        <translation>Modelos inventam nomes de pacotes; confira antes de instalar.</translation>
    </message>
    <message>
        <source>Look up on {index}</source>
        <translation>Procurar em {index}</translation>
    </message>
    <message>
        <source>{index} could not be asked about {name}.</source>
        <translation>Não foi possível perguntar a {index} sobre {name}.</translation>
    </message>
    <message>
        <source>{name} is not on {index}: the model may have invented it.</source>
        <translation>{name} não está em {index}: talvez o modelo o tenha inventado.</translation>
    </message>
    <message>
        <source>{name} is on {index}: {summary}</source>
        <translation>{name} está em {index}: {summary}</translation>
    </message>
    <message>
        <source>{name} is on {index}.</source>
        <translation>{name} está em {index}.</translation>
    </message>
    <message>
        <source>{name} is on {index}, newest version {summary}</source>
        <translation>{name} está em {index}, versão mais nova {summary}</translation>
    </message>
</context>
<context>
    <name>InstructionsField</name>
    <message>
        <source>Presets</source>
        <translation>Modelos de instruções</translation>
    </message>
    <message>
        <source>Preset: {name}</source>
        <translation>Modelo de instruções: {name}</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Nenhum</translation>
    </message>
    <message>
        <source>Save as a preset …</source>
        <translation>Salvar como modelo de instruções …</translation>
    </message>
    <message>
        <source>Delete a preset</source>
        <translation>Excluir um modelo de instruções</translation>
    </message>
    <message>
        <source>Bring back the built-in presets</source>
        <translation>Trazer de volta os modelos de instruções originais</translation>
    </message>
    <message>
        <source>Save as a preset</source>
        <translation>Salvar como modelo de instruções</translation>
    </message>
    <message>
        <source>Name of the preset; one of the same name is replaced</source>
        <translation>Nome do modelo de instruções; um de mesmo nome é substituído</translation>
    </message>
</context>
<context>
    <name>JumpButton</name>
    <message>
        <source>Jump to bottom</source>
        <translation>Pular para o fim</translation>
    </message>
</context>
<context>
    <name>KeyButton</name>
    <message>
        <source>Press the keys …</source>
        <translation>Pressione as teclas …</translation>
    </message>
    <message>
        <source>Together with Ctrl or Alt …</source>
        <translation>Junto com Ctrl ou Alt …</translation>
    </message>
</context>
<context>
    <name>KeyRow</name>
    <message>
        <source>Key of {service}</source>
        <translation>Chave de {service}</translation>
    </message>
    <message>
        <source>Try and keep</source>
        <translation>Testar e manter</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Esquecer</translation>
    </message>
    <message>
        <source>Remove service</source>
        <translation>Remover o serviço</translation>
    </message>
    <message>
        <source>A key is kept</source>
        <translation>Há uma chave guardada</translation>
    </message>
    <message>
        <source>No key yet</source>
        <translation>Ainda sem chave</translation>
    </message>
    <message>
        <source>Trying the key …</source>
        <translation>Testando a chave …</translation>
    </message>
    <message>
        <source>This computer has no safe store for keys, so the key goes when you quit.</source>
        <translation>Este computador não tem um cofre seguro para chaves, então a chave some quando você sai.</translation>
    </message>
    <message>
        <source>{count} models</source>
        <translation>{count} modelos</translation>
    </message>
    <message>
        <source>Goes to {place}</source>
        <translation>Vai para {place}</translation>
    </message>
</context>
<context>
    <name>LeftOutView</name>
    <message>
        <source>What was left out</source>
        <translation>O que ficou de fora</translation>
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message>
        <source>Open link</source>
        <translation>Abrir o link</translation>
    </message>
    <message>
        <source>no host</source>
        <translation>sem servidor</translation>
    </message>
    <message>
        <source>This link leads to</source>
        <translation>Este link leva a</translation>
    </message>
    <message>
        <source>This address cannot be opened from here</source>
        <translation>Este endereço não pode ser aberto daqui</translation>
    </message>
    <message>
        <source>Its text names another place: {text}</source>
        <translation>O texto indica outro lugar: {text}</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Copiar o endereço</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
</context>
<context>
    <name>MainView</name>
    <message>
        <source>End the thought, answer now</source>
        <translation>Encerrar o raciocínio e responder já</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Nova conversa</translation>
    </message>
    <message>
        <source>Search chats</source>
        <translation>Buscar conversas</translation>
    </message>
    <message>
        <source>Find in this chat</source>
        <translation>Buscar nesta conversa</translation>
    </message>
    <message>
        <source>Find the next match</source>
        <translation>Ir para a próxima ocorrência</translation>
    </message>
    <message>
        <source>Find the match before</source>
        <translation>Ir para a ocorrência anterior</translation>
    </message>
    <message>
        <source>Go to the next block of code</source>
        <translation>Ir ao próximo bloco de código</translation>
    </message>
    <message>
        <source>Go to the block of code before</source>
        <translation>Ir ao bloco de código anterior</translation>
    </message>
    <message>
        <source>Copy the message</source>
        <translation>Copiar a mensagem</translation>
    </message>
    <message>
        <source>Edit the question</source>
        <translation>Editar a pergunta</translation>
    </message>
    <message>
        <source>Answer again</source>
        <translation>Responder de novo</translation>
    </message>
    <message>
        <source>Answer again with …</source>
        <translation>Responder de novo com …</translation>
    </message>
    <message>
        <source>Go on with the answer</source>
        <translation>Continuar a resposta</translation>
    </message>
    <message>
        <source>What the model saw</source>
        <translation>O que o modelo viu</translation>
    </message>
    <message>
        <source>Quote the selected text</source>
        <translation>Citar o texto selecionado</translation>
    </message>
    <message>
        <source>Go to the end of the chat</source>
        <translation>Ir para o fim da conversa</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Escolher um modelo</translation>
    </message>
    <message>
        <source>This computer and the model</source>
        <translation>Este computador e o modelo</translation>
    </message>
    <message>
        <source>Thinking on or off</source>
        <translation>Pensar: sim ou não</translation>
    </message>
    <message>
        <source>Stop the answer</source>
        <translation>Parar a resposta</translation>
    </message>
    <message>
        <source>Pin or unpin the chat</source>
        <translation>Fixar ou desafixar a conversa</translation>
    </message>
    <message>
        <source>Move the chat to a folder</source>
        <translation>Mover o chat para uma pasta</translation>
    </message>
    <message>
        <source>Undo what was done to a chat</source>
        <translation>Desfazer o que foi feito com um chat</translation>
    </message>
    <message>
        <source>Show or hide the chats</source>
        <translation>Mostrar ou ocultar as conversas</translation>
    </message>
    <message>
        <source>Choices for this chat</source>
        <translation>Opções desta conversa</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Configurações</translation>
    </message>
    <message>
        <source>Attach a folder</source>
        <translation>Anexar uma pasta</translation>
    </message>
    <message>
        <source>Show or hide the project</source>
        <translation>Mostrar ou ocultar o projeto</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atalhos de teclado</translation>
    </message>
</context>
<context>
    <name>MemoryBar</name>
    <message>
        <source>Memory (RAM)</source>
        <translation>Memória (RAM)</translation>
    </message>
    <message>
        <source>Memory, shared with {gpu}</source>
        <translation>Memória compartilhada com {gpu}</translation>
    </message>
    <message>
        <source>{size} used by others</source>
        <translation>{size} usados por outros</translation>
    </message>
    <message>
        <source>weights {size}</source>
        <translation>pesos {size}</translation>
    </message>
    <message>
        <source>context {size}</source>
        <translation>contexto {size}</translation>
    </message>
    <message>
        <source>working {size}</source>
        <translation>cálculo {size}</translation>
    </message>
    <message>
        <source>stays free {size}</source>
        <translation>fica livre {size}</translation>
    </message>
    <message>
        <source>free {size}</source>
        <translation>livre {size}</translation>
    </message>
    <message>
        <source>{size} too much</source>
        <translation>{size} a mais</translation>
    </message>
</context>
<context>
    <name>Mentions</name>
    <message>
        <source>Files and names that begin so</source>
        <translation>Arquivos e nomes que começam assim</translation>
    </message>
</context>
<context>
    <name>Message</name>
    <message>
        <source>You</source>
        <translation>Você</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>Assistente</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>Instruções</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>Ferramenta</translation>
    </message>
    <message>
        <source>{count} ms</source>
        <translation>{count} ms</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} min {seconds} s</translation>
    </message>
    <message>
        <source>about {time}</source>
        <translation>cerca de {time}</translation>
    </message>
    <message>
        <source>Thinking … {time}</source>
        <translation>Pensando … {time}</translation>
    </message>
    <message>
        <source>Thought</source>
        <translation>Pensou</translation>
    </message>
    <message>
        <source>Thought for {time}</source>
        <translation>Pensou por {time}</translation>
    </message>
    <message>
        <source>local</source>
        <translation>local</translation>
    </message>
    <message>
        <source>{rate} tok/s</source>
        <translation>{rate} tok/s</translation>
    </message>
    <message>
        <source>{time} to first word</source>
        <translation>{time} até a primeira palavra</translation>
    </message>
    <message>
        <source>Paused, because it repeats itself: “{text}”</source>
        <translation>Em pausa, porque está se repetindo: “{text}”</translation>
    </message>
    <message>
        <source>Cut where the room in the context ended</source>
        <translation>Cortado onde o espaço do contexto acabou</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Parado</translation>
    </message>
    <message>
        <source>The text so far was kept.</source>
        <translation>O texto até aqui foi mantido.</translation>
    </message>
    <message>
        <source>The engine stopped; the text so far was kept</source>
        <translation>O motor parou; o texto até aqui foi mantido</translation>
    </message>
    <message>
        <source>No answer could be made</source>
        <translation>Não foi possível dar uma resposta</translation>
    </message>
    <message>
        <source>{count} earlier messages summarised</source>
        <translation>{count} mensagens anteriores resumidas</translation>
    </message>
    <message>
        <source>{count} earlier messages left out</source>
        <translation>{count} mensagens anteriores deixadas de fora</translation>
    </message>
    <message>
        <source>Earlier thoughts left out: {count}</source>
        <translation>Raciocínios anteriores deixados de fora: {count}</translation>
    </message>
    <message>
        <source>Files of earlier questions left out: {count}</source>
        <translation>Arquivos de perguntas anteriores deixados de fora: {count}</translation>
    </message>
    <message>
        <source>in {count} readings</source>
        <translation>em {count} leituras</translation>
    </message>
    <message>
        <source>In their place the model is given this summary, which it wrote itself:</source>
        <translation>No lugar delas, o modelo recebe este resumo, que ele mesmo escreveu:</translation>
    </message>
    <message>
        <source>From this question on the model is not given the oldest messages of this chat. They stay where they are, and search finds them.</source>
        <translation>A partir desta pergunta, o modelo não recebe as mensagens mais antigas desta conversa. Elas ficam onde estão, e a busca as encontra.</translation>
    </message>
    <message>
        <source>From this question on the model is given its earlier answers without the thoughts before them. The thoughts stay in the chat.</source>
        <translation>A partir desta pergunta, o modelo recebe suas respostas anteriores sem os raciocínios antes delas. Os raciocínios ficam na conversa.</translation>
    </message>
    <message>
        <source>From this question on the model is given the earlier questions without the files that came with them.</source>
        <translation>A partir desta pergunta, o modelo recebe as perguntas anteriores sem os arquivos que vieram com elas.</translation>
    </message>
    <message>
        <source>Searched for {pattern}</source>
        <translation>Buscou {pattern}</translation>
    </message>
    <message>
        <source>Opened {place}</source>
        <translation>Abriu {place}</translation>
    </message>
    <message>
        <source>Looked at the outline of {path}</source>
        <translation>Olhou a estrutura de {path}</translation>
    </message>
    <message>
        <source>Listed {folder}</source>
        <translation>Listou {folder}</translation>
    </message>
    <message>
        <source>{tool} answered: {text}</source>
        <translation>{tool} respondeu: {text}</translation>
    </message>
    <message>
        <source>Asked for {tool}({arguments})</source>
        <translation>Pediu {tool}({arguments})</translation>
    </message>
    <message>
        <source>Found {count} lines</source>
        <translation>Encontrou {count} linhas</translation>
    </message>
    <message>
        <source>Read {count} lines</source>
        <translation>Leu {count} linhas</translation>
    </message>
    <message>
        <source>Result · {count} lines</source>
        <translation>Resultado · {count} linhas</translation>
    </message>
    <message>
        <source>{count} pieces of the project</source>
        <translation>{count} trechos do projeto</translation>
    </message>
    <message>
        <source>1 token</source>
        <translation>1 token</translation>
    </message>
    <message>
        <source>{count} tokens</source>
        <translation>{count} tokens</translation>
    </message>
    <message>
        <source>{tokens} read</source>
        <translation>{tokens} lidos</translation>
    </message>
    <message>
        <source>{read}, {cached} cached</source>
        <translation>{read}, {cached} em cache</translation>
    </message>
</context>
<context>
    <name>MessageActions</name>
    <message>
        <source>Copy message</source>
        <translation>Copiar a mensagem</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>Quote in the next question</source>
        <translation>Citar na próxima pergunta</translation>
    </message>
    <message>
        <source>Show as plain text</source>
        <translation>Mostrar como texto simples</translation>
    </message>
    <message>
        <source>Answer again</source>
        <translation>Responder de novo</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Tentar de novo</translation>
    </message>
    <message>
        <source>Answer now</source>
        <translation>Responder já</translation>
    </message>
    <message>
        <source>Answer again with …</source>
        <translation>Responder de novo com …</translation>
    </message>
    <message>
        <source>What the model saw</source>
        <translation>O que o modelo viu</translation>
    </message>
    <message>
        <source>Answer on this computer</source>
        <translation>Responder neste computador</translation>
    </message>
</context>
<context>
    <name>MessageView</name>
    <message>
        <source>Waiting for the model</source>
        <translation>Esperando o modelo</translation>
    </message>
    <message>
        <source>Reading the conversation</source>
        <translation>Lendo a conversa</translation>
    </message>
    <message>
        <source>This does not fit: please choose below</source>
        <translation>Isto não cabe: escolha abaixo</translation>
    </message>
    <message>
        <source>Summarising earlier messages</source>
        <translation>Resumindo as mensagens anteriores</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Parando</translation>
    </message>
</context>
<context>
    <name>MeterPart</name>
    <message>
        <source>Instructions</source>
        <translation>Instruções</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Arquivos</translation>
    </message>
    <message>
        <source>Earlier messages</source>
        <translation>Mensagens anteriores</translation>
    </message>
    <message>
        <source>Thoughts</source>
        <translation>Raciocínios</translation>
    </message>
    <message>
        <source>Your draft</source>
        <translation>Seu rascunho</translation>
    </message>
    <message>
        <source>This answer</source>
        <translation>Esta resposta</translation>
    </message>
    <message>
        <source>Chat format</source>
        <translation>Formato da conversa</translation>
    </message>
</context>
<context>
    <name>ModelButton</name>
    <message>
        <source>Loading {name}</source>
        <translation>Carregando {name}</translation>
    </message>
    <message>
        <source>Starting {name}</source>
        <translation>Iniciando {name}</translation>
    </message>
    <message>
        <source>Not running: {name}</source>
        <translation>Não está em execução: {name}</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Escolher um modelo</translation>
    </message>
    <message>
        <source>Local</source>
        <translation>Local</translation>
    </message>
    <message>
        <source>No model is on this computer yet</source>
        <translation>Ainda não há nenhum modelo neste computador</translation>
    </message>
    <message>
        <source>What fits this computer …</source>
        <translation>O que cabe neste computador …</translation>
    </message>
    <message>
        <source>Open a model file …</source>
        <translation>Abrir um arquivo de modelo …</translation>
    </message>
</context>
<context>
    <name>ModelFiles</name>
    <message>
        <source>{name} is right: every byte is as it was published.</source>
        <translation>{name} está certo: cada byte é como foi publicado.</translation>
    </message>
    <message>
        <source>Nobody published a hash to verify {name} with.</source>
        <translation>Ninguém publicou um hash para verificar {name}.</translation>
    </message>
    <message>
        <source>Its header is sound.</source>
        <translation>Seu cabeçalho está em ordem.</translation>
    </message>
    <message>
        <source>{name} cannot be read: {reason}.</source>
        <translation>Não é possível ler {name}: {reason}.</translation>
    </message>
    <message>
        <source>{name} could not be removed: {reason}.</source>
        <translation>Não foi possível remover {name}: {reason}.</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>This computer and the model</source>
        <translation>Este computador e o modelo</translation>
    </message>
    <message>
        <source>Part of the page</source>
        <translation>Parte da página</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>O que cabe</translation>
    </message>
    <message>
        <source>What runs</source>
        <translation>O que roda</translation>
    </message>
    <message>
        <source>Back to the chat</source>
        <translation>Voltar à conversa</translation>
    </message>
    <message>
        <source>Open a model file …</source>
        <translation>Abrir um arquivo de modelo …</translation>
    </message>
</context>
<context>
    <name>Money</name>
    <message>
        <source>under {amount}</source>
        <translation>menos de {amount}</translation>
    </message>
    <message>
        <source>price not known</source>
        <translation>preço desconhecido</translation>
    </message>
    <message>
        <source>free</source>
        <translation>grátis</translation>
    </message>
    <message>
        <source>{read} in · {written} out</source>
        <translation>{read} de entrada · {written} de saída</translation>
    </message>
    <message>
        <source>about {amount}</source>
        <translation>cerca de {amount}</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Cached</source>
        <translation>Em cache</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>Pensar</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Resposta</translation>
    </message>
</context>
<context>
    <name>Name</name>
    <message>
        <source>How to think</source>
        <translation>Como pensar</translation>
    </message>
    <message>
        <source>Add service</source>
        <translation>Adicionar serviço</translation>
    </message>
    <message>
        <source>Answer now</source>
        <translation>Responder já</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Anexar arquivos</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Voltar</translation>
    </message>
    <message>
        <source>Back to the chat</source>
        <translation>Voltar à conversa</translation>
    </message>
    <message>
        <source>Back to the project</source>
        <translation>Voltar ao projeto</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Fazer backup agora</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Cancel editing</source>
        <translation>Cancelar a edição</translation>
    </message>
    <message>
        <source>Chat options</source>
        <translation>Opções da conversa</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Verificar</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>Limpar a busca</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>Close find</source>
        <translation>Fechar a busca</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Copiar o endereço</translation>
    </message>
    <message>
        <source>Copy for a report</source>
        <translation>Copiar para um relato</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Copiar o caminho</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Copiar o texto</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Decidir depois</translation>
    </message>
    <message>
        <source>Detach folder</source>
        <translation>Desanexar a pasta</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Dispensar</translation>
    </message>
    <message>
        <source>Exact prompt</source>
        <translation>Prompt exato</translation>
    </message>
    <message>
        <source>Files left out</source>
        <translation>Arquivos deixados de fora</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Esquecer</translation>
    </message>
    <message>
        <source>Give up the download</source>
        <translation>Desistir do download</translation>
    </message>
    <message>
        <source>Jump to bottom</source>
        <translation>Pular para o fim</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atalhos de teclado</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Licenças</translation>
    </message>
    <message>
        <source>Look up packages</source>
        <translation>Procurar pacotes</translation>
    </message>
    <message>
        <source>Model file</source>
        <translation>Arquivo do modelo</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mais</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Nova conversa</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Próxima ocorrência</translation>
    </message>
    <message>
        <source>Next version</source>
        <translation>Próxima versão</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Agora não</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Open attachment</source>
        <translation>Abrir o anexo</translation>
    </message>
    <message>
        <source>Open data folder</source>
        <translation>Abrir a pasta de dados</translation>
    </message>
    <message>
        <source>Open in editor</source>
        <translation>Abrir no editor</translation>
    </message>
    <message>
        <source>Open or fold</source>
        <translation>Abrir ou recolher</translation>
    </message>
    <message>
        <source>Open or fold the thought</source>
        <translation>Abrir ou recolher o raciocínio</translation>
    </message>
    <message>
        <source>Other place</source>
        <translation>Outro lugar</translation>
    </message>
    <message>
        <source>Own file</source>
        <translation>Arquivo próprio</translation>
    </message>
    <message>
        <source>Pause the download</source>
        <translation>Pausar o download</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Modelos de instruções</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Ocorrência anterior</translation>
    </message>
    <message>
        <source>Previous version</source>
        <translation>Versão anterior</translation>
    </message>
    <message>
        <source>Recover chats …</source>
        <translation>Recuperar conversas …</translation>
    </message>
    <message>
        <source>Refresh project</source>
        <translation>Atualizar o projeto</translation>
    </message>
    <message>
        <source>Remove attachment</source>
        <translation>Remover o anexo</translation>
    </message>
    <message>
        <source>Remove service</source>
        <translation>Remover o serviço</translation>
    </message>
    <message>
        <source>Show all of the question</source>
        <translation>Mostrar a pergunta inteira</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Mostrar na pasta</translation>
    </message>
    <message>
        <source>Use them here</source>
        <translation>Usar aqui</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>Novidades</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Redefinir</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Redefinir tudo</translation>
    </message>
    <message>
        <source>Reset values</source>
        <translation>Redefinir os valores</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Send edited message</source>
        <translation>Enviar a mensagem editada</translation>
    </message>
    <message>
        <source>Send nothing</source>
        <translation>Não enviar nada</translation>
    </message>
    <message>
        <source>Send this</source>
        <translation>Enviar isto</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Configurações</translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation>Painel lateral</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>Pensar</translation>
    </message>
    <message>
        <source>Try and keep</source>
        <translation>Testar e manter</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Desfazer</translation>
    </message>
</context>
<context>
    <name>NoticeCard</name>
    <message>
        <source>Dismiss</source>
        <translation>Dispensar</translation>
    </message>
</context>
<context>
    <name>OfferList</name>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
</context>
<context>
    <name>OfferMenu</name>
    <message>
        <source>The file of {name}</source>
        <translation>O arquivo de {name}</translation>
    </message>
    <message>
        <source>Repair by download</source>
        <translation>Reparar baixando</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Mostrar na pasta</translation>
    </message>
    <message>
        <source>Stop verifying</source>
        <translation>Parar de verificar</translation>
    </message>
    <message>
        <source>Verify again</source>
        <translation>Verificar de novo</translation>
    </message>
    <message>
        <source>Remove …</source>
        <translation>Remover …</translation>
    </message>
    <message>
        <source>Remove (not while it is in use)</source>
        <translation>Remover (não enquanto está em uso)</translation>
    </message>
    <message>
        <source>Remove (not here: another program brought it)</source>
        <translation>Remover (aqui não: outro programa o trouxe)</translation>
    </message>
    <message>
        <source>Remove {name} from this computer?</source>
        <translation>Remover {name} deste computador?</translation>
    </message>
    <message>
        <source>{size} become free. Your chats stay; to use it again, it must be downloaded again.</source>
        <translation>{size} ficam livres. Seus chats permanecem; para usá-lo de novo, será preciso baixá-lo outra vez.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remover</translation>
    </message>
</context>
<context>
    <name>OfferRow</name>
    <message>
        <source>in use</source>
        <translation>em uso</translation>
    </message>
    <message>
        <source>recommended</source>
        <translation>recomendado</translation>
    </message>
    <message>
        <source>on this computer</source>
        <translation>neste computador</translation>
    </message>
    <message>
        <source>fits</source>
        <translation>cabe</translation>
    </message>
    <message>
        <source>tight, {speed}</source>
        <translation>justo, {speed}</translation>
    </message>
    <message>
        <source>tight</source>
        <translation>justo</translation>
    </message>
    <message>
        <source>does not fit</source>
        <translation>não cabe</translation>
    </message>
    <message>
        <source>{speed}, {tokens} context</source>
        <translation>{speed}, contexto de {tokens}</translation>
    </message>
</context>
<context>
    <name>OtherModels</name>
    <message>
        <source>On this computer</source>
        <translation>Neste computador</translation>
    </message>
</context>
<context>
    <name>OwnDataView</name>
    <message>
        <source>Open the folder</source>
        <translation>Abrir a pasta</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Fazer backup agora</translation>
    </message>
    <message>
        <source>Backups of the chats</source>
        <translation>Backups das conversas</translation>
    </message>
    <message>
        <source>Your chats take {size}.</source>
        <translation>Suas conversas ocupam {size}.</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Nenhum ainda</translation>
    </message>
    <message>
        <source>before an upgrade</source>
        <translation>antes de uma atualização</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Appearance</source>
        <translation>Aparência</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Respostas</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Contexto</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Motor</translation>
    </message>
    <message>
        <source>Cloud</source>
        <translation>Nuvem</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>Projetos</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Teclado</translation>
    </message>
    <message>
        <source>Your data</source>
        <translation>Seus dados</translation>
    </message>
</context>
<context>
    <name>Project</name>
    <message>
        <source>{about}; changes are looked for when you write</source>
        <translation>{about}; as alterações são procuradas quando você escreve</translation>
    </message>
    <message>
        <source>by ignore rules</source>
        <translation>por regras de exclusão</translation>
    </message>
    <message>
        <source>left out by hand</source>
        <translation>deixados de fora à mão</translation>
    </message>
    <message>
        <source>links</source>
        <translation>links</translation>
    </message>
    <message>
        <source>files with several names</source>
        <translation>arquivos com vários nomes</translation>
    </message>
    <message>
        <source>devices and pipes</source>
        <translation>dispositivos e pipes</translation>
    </message>
    <message>
        <source>not readable</source>
        <translation>ilegíveis</translation>
    </message>
    <message>
        <source>names that are no text</source>
        <translation>nomes que não são texto</translation>
    </message>
    <message>
        <source>folders too deep</source>
        <translation>pastas fundas demais</translation>
    </message>
    <message>
        <source>files of secrets</source>
        <translation>arquivos com segredos</translation>
    </message>
    <message>
        <source>too large</source>
        <translation>grandes demais</translation>
    </message>
    <message>
        <source>not text</source>
        <translation>não são texto</translation>
    </message>
    <message>
        <source>minified</source>
        <translation>minificados</translation>
    </message>
    <message>
        <source>generated</source>
        <translation>gerados</translation>
    </message>
    <message>
        <source>lock files</source>
        <translation>arquivos de bloqueio</translation>
    </message>
    <message>
        <source>copies of other projects</source>
        <translation>cópias de outros projetos</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vazios</translation>
    </message>
    <message>
        <source>gone meanwhile</source>
        <translation>sumidos nesse meio-tempo</translation>
    </message>
    <message>
        <source>{n} file</source>
        <translation>{n} arquivo</translation>
    </message>
    <message>
        <source>{n} files</source>
        <translation>{n} arquivos</translation>
    </message>
    <message>
        <source>{files}, about {tokens}</source>
        <translation>{files}, cerca de {tokens}</translation>
    </message>
    <message>
        <source>Nothing in this folder is text that can be read.</source>
        <translation>Nada nesta pasta é texto que possa ser lido.</translation>
    </message>
    <message>
        <source>Reading the folder …</source>
        <translation>Lendo a pasta …</translation>
    </message>
    <message>
        <source>{about}; {waiting} not read yet</source>
        <translation>{about}; {waiting} ainda não lidos</translation>
    </message>
    <message>
        <source>{files} left out</source>
        <translation>{files} deixados de fora</translation>
    </message>
    <message>
        <source>Write a question to see what goes along with it.</source>
        <translation>Escreva uma pergunta para ver o que vai junto.</translation>
    </message>
    <message>
        <source>The whole project is in this chat already.</source>
        <translation>O projeto inteiro já está nesta conversa.</translation>
    </message>
    <message>
        <source>The whole project goes along: {tokens}</source>
        <translation>O projeto inteiro vai junto: {tokens}</translation>
    </message>
    <message>
        <source>Nothing new in this folder is about the question.</source>
        <translation>Nada de novo nesta pasta trata da pergunta.</translation>
    </message>
    <message>
        <source>{count} piece, {tokens}</source>
        <translation>{count} trecho, {tokens}</translation>
    </message>
    <message>
        <source>{count} pieces, {tokens}</source>
        <translation>{count} trechos, {tokens}</translation>
    </message>
    <message>
        <source>Map of the project</source>
        <translation>Mapa do projeto</translation>
    </message>
</context>
<context>
    <name>ProjectPanel</name>
    <message>
        <source>Let the model look for itself</source>
        <translation>Deixar o modelo olhar por si mesmo</translation>
    </message>
    <message>
        <source>It lists, searches and opens files, and never writes.</source>
        <translation>Lista, busca e abre arquivos, e nunca escreve.</translation>
    </message>
    <message>
        <source>Look for changes</source>
        <translation>Procurar mudanças</translation>
    </message>
    <message>
        <source>Go on without this folder</source>
        <translation>Continuar sem esta pasta</translation>
    </message>
    <message>
        <source>With your question</source>
        <translation>Com a sua pergunta</translation>
    </message>
    <message>
        <source>Always send this file</source>
        <translation>Sempre enviar este arquivo</translation>
    </message>
    <message>
        <source>Never read this file</source>
        <translation>Nunca ler este arquivo</translation>
    </message>
    <message>
        <source>Always sent</source>
        <translation>Sempre enviado</translation>
    </message>
    <message>
        <source>Never read</source>
        <translation>Nunca lido</translation>
    </message>
    <message>
        <source>Read all the same</source>
        <translation>Ler mesmo assim</translation>
    </message>
    <message>
        <source>Undo for {path}</source>
        <translation>Desfazer para {path}</translation>
    </message>
</context>
<context>
    <name>ProseView</name>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
</context>
<context>
    <name>QuestionView</name>
    <message>
        <source>{count} more characters are not shown; Copy message takes them all</source>
        <translation>Mais {count} caracteres não são mostrados; “Copiar a mensagem” leva todos</translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>Mostrar menos</translation>
    </message>
    <message>
        <source>Show all {count} lines</source>
        <translation>Mostrar todas as {count} linhas</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mostrar tudo</translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message>
        <source>Recover chats</source>
        <translation>Recuperar conversas</translation>
    </message>
    <message>
        <source>New chats are saved once you have chosen.</source>
        <translation>As novas conversas são salvas depois que você escolher.</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Decidir depois</translation>
    </message>
    <message>
        <source>It should be here:</source>
        <translation>Deveria estar aqui:</translation>
    </message>
    <message>
        <source>It is here, and it is kept in this folder whatever you choose:</source>
        <translation>Está aqui, e fica nesta pasta seja qual for a sua escolha:</translation>
    </message>
    <message>
        <source>Use the backup of {day} ({counts})</source>
        <translation>Usar o backup de {day} ({counts})</translation>
    </message>
    <message>
        <source>It was made at {time}. What was said after that is not in it.</source>
        <translation>Foi feito às {time}. O que foi dito depois não está nele.</translation>
    </message>
    <message>
        <source>Keep what can be read ({counts})</source>
        <translation>Manter o que puder ser lido ({counts})</translation>
    </message>
    <message>
        <source>It is the newest there is, but messages may be missing from it.</source>
        <translation>É o mais novo que há, mas podem faltar mensagens.</translation>
    </message>
    <message>
        <source>There is no backup that can be used, and nothing of the file can be read.</source>
        <translation>Não há backup que sirva, e nada do arquivo pode ser lido.</translation>
    </message>
    <message>
        <source>Start empty</source>
        <translation>Começar do zero</translation>
    </message>
    <message>
        <source>The list of chats begins anew. The damaged file and all backups stay where they are.</source>
        <translation>A lista de conversas começa de novo. O arquivo danificado e todos os backups ficam onde estão.</translation>
    </message>
    <message>
        <source>The list of chats begins anew. All backups stay where they are.</source>
        <translation>A lista de conversas começa de novo. Todos os backups ficam onde estão.</translation>
    </message>
</context>
<context>
    <name>RemoveButton</name>
    <message>
        <source>Remove for good</source>
        <translation>Remover de vez</translation>
    </message>
    <message>
        <source>Remove all …</source>
        <translation>Remover tudo …</translation>
    </message>
</context>
<context>
    <name>Retry</name>
    <message>
        <source>In the general style</source>
        <translation>No estilo geral</translation>
    </message>
    <message>
        <source>In the style for code</source>
        <translation>No estilo para código</translation>
    </message>
    <message>
        <source>In the exact style</source>
        <translation>No estilo exato</translation>
    </message>
    <message>
        <source>With thinking</source>
        <translation>Pensando</translation>
    </message>
    <message>
        <source>Without thinking</source>
        <translation>Sem pensar</translation>
    </message>
    <message>
        <source>The style of this chat, drawn again</source>
        <translation>O estilo desta conversa, sorteado de novo</translation>
    </message>
    <message>
        <source>With another model</source>
        <translation>Com outro modelo</translation>
    </message>
</context>
<context>
    <name>Room</name>
    <message>
        <source>Values of the style</source>
        <translation>Valores do estilo</translation>
    </message>
    <message>
        <source>sampling temperature top-p min-p seed repeat penalty reset vendor</source>
        <translation>amostragem temperatura top-p min-p semente penalidade repetição redefinir fabricante</translation>
    </message>
    <message>
        <source>Engines</source>
        <translation>Motores</translation>
    </message>
    <message>
        <source>llama.cpp graphics card GPU driver Vulkan CUDA ROCm processor</source>
        <translation>llama.cpp placa de vídeo GPU driver Vulkan CUDA ROCm processador</translation>
    </message>
    <message>
        <source>On this disk</source>
        <translation>Neste disco</translation>
    </message>
    <message>
        <source>remove delete uninstall chats models gigabytes space</source>
        <translation>remover excluir desinstalar conversas modelos gigabytes espaço</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atalhos de teclado</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Serviços</translation>
    </message>
    <message>
        <source>key Z.ai BigModel vLLM SGLang llama-server Ollama address endpoint</source>
        <translation>chave Z.ai BigModel vLLM SGLang llama-server Ollama endereço endpoint</translation>
    </message>
    <message>
        <source>Spent so far</source>
        <translation>Gasto até agora</translation>
    </message>
    <message>
        <source>money cost total day month prices</source>
        <translation>dinheiro custo total dia mês preços</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Conexões</translation>
    </message>
    <message>
        <source>network host bytes privacy proof</source>
        <translation>rede servidor bytes privacidade prova</translation>
    </message>
    <message>
        <source>Where your things are</source>
        <translation>Onde estão as suas coisas</translation>
    </message>
    <message>
        <source>data folder backup chats file</source>
        <translation>dados pasta backup conversas arquivo</translation>
    </message>
</context>
<context>
    <name>RoomCard</name>
    <message>
        <source>Not now</source>
        <translation>Agora não</translation>
    </message>
    <message>
        <source>The question stays, unanswered</source>
        <translation>A pergunta fica, sem resposta</translation>
    </message>
    <message>
        <source>This does not fit: {tokens} tokens, and the context holds {limit}.</source>
        <translation>Isto não cabe: {tokens} tokens, e o contexto comporta {limit}.</translation>
    </message>
    <message>
        <source>{room} of them must stay free for the answer. Nothing is left out before you choose; what is left out stays in the chat.</source>
        <translation>{room} deles devem ficar livres para a resposta. Nada é deixado de fora antes que você escolha; o que fica de fora permanece na conversa.</translation>
    </message>
    <message>
        <source>Even alone this is too much. Shorten it, or give it fewer files.</source>
        <translation>Mesmo sozinho, isto é demais. Encurte ou dê menos arquivos.</translation>
    </message>
    <message>
        <source>Forget earlier thoughts ({count})</source>
        <translation>Esquecer raciocínios anteriores ({count})</translation>
    </message>
    <message>
        <source>The answers stay, without what the model thought before them</source>
        <translation>As respostas ficam, sem o que o modelo pensou antes delas</translation>
    </message>
    <message>
        <source>Leave out earlier files ({count} questions)</source>
        <translation>Deixar de fora arquivos anteriores ({count} perguntas)</translation>
    </message>
    <message>
        <source>The questions and answers about them stay</source>
        <translation>As perguntas e respostas sobre eles ficam</translation>
    </message>
    <message>
        <source>Summarise the oldest questions ({count})</source>
        <translation>Resumir as perguntas mais antigas ({count})</translation>
    </message>
    <message>
        <source>With their answers; the chat shows the summary that the model writes</source>
        <translation>Com as respostas; a conversa mostra o resumo que o modelo escreve</translation>
    </message>
    <message>
        <source>Leave out the oldest questions ({count})</source>
        <translation>Deixar de fora as perguntas mais antigas ({count})</translation>
    </message>
    <message>
        <source>With their answers; the rest stays whole</source>
        <translation>Com as respostas; o resto fica inteiro</translation>
    </message>
    <message>
        <source>A larger context: {tokens} tokens</source>
        <translation>Um contexto maior: {tokens} tokens</translation>
    </message>
    <message>
        <source>Answer in the room there is</source>
        <translation>Responder no espaço que há</translation>
    </message>
    <message>
        <source>The answer may be cut after {count} tokens</source>
        <translation>A resposta pode ser cortada após {count} tokens</translation>
    </message>
    <message>
        <source>Answer this one in the cloud: {model}</source>
        <translation>Responder desta vez na nuvem: {model}</translation>
    </message>
    <message>
        <source>{told}; before anything leaves, you see what</source>
        <translation>{told}; antes que algo saia, você vê o quê</translation>
    </message>
    <message>
        <source>There is not enough memory for it on this computer</source>
        <translation>Não há memória suficiente para ele neste computador</translation>
    </message>
    <message>
        <source>Looking what it takes …</source>
        <translation>Vendo quanto ocupa …</translation>
    </message>
    <message>
        <source>Takes {size} more memory; the model is loaded again</source>
        <translation>Ocupa {size} a mais de memória; o modelo é carregado de novo</translation>
    </message>
    <message>
        <source>counting …</source>
        <translation>contando …</translation>
    </message>
    <message>
        <source>{tokens} tokens</source>
        <translation>{tokens} tokens</translation>
    </message>
    <message>
        <source>{tokens} of {limit}</source>
        <translation>{tokens} de {limit}</translation>
    </message>
    <message>
        <source>at most {tokens} of {limit}</source>
        <translation>no máximo {tokens} de {limit}</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
</context>
<context>
    <name>SeenDialog</name>
    <message>
        <source>What the model saw</source>
        <translation>O que o modelo viu</translation>
    </message>
    <message>
        <source>Exact prompt</source>
        <translation>Prompt exato</translation>
    </message>
    <message>
        <source>{tokens} tokens in all, of a context of {context}.</source>
        <translation>{tokens} tokens no total, de um contexto de {context}.</translation>
    </message>
    <message>
        <source>{tokens} tokens in all.</source>
        <translation>{tokens} tokens no total.</translation>
    </message>
    <message>
        <source>{cached} of them were still in memory, {fresh} were read.</source>
        <translation>{cached} deles ainda estavam na memória, {fresh} foram lidos.</translation>
    </message>
    <message>
        <source>Left out: {messages}.</source>
        <translation>Deixadas de fora: {messages}.</translation>
    </message>
    <message>
        <source>Parts of the prompt</source>
        <translation>Partes do prompt</translation>
    </message>
    <message>
        <source>The exact prompt can be shown while a local model is ready.</source>
        <translation>O prompt exato pode ser mostrado enquanto um modelo local estiver pronto.</translation>
    </message>
</context>
<context>
    <name>SeenRows</name>
    <message>
        <source>What</source>
        <translation>O quê</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>Instruções</translation>
    </message>
    <message>
        <source>Summary of what was left out</source>
        <translation>Resumo do que ficou de fora</translation>
    </message>
    <message>
        <source>The beginning of this answer</source>
        <translation>O começo desta resposta</translation>
    </message>
    <message>
        <source>Chat format</source>
        <translation>Formato da conversa</translation>
    </message>
    <message>
        <source>{author}: {text}</source>
        <translation>{author}: {text}</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>deixado de fora</translation>
    </message>
    <message>
        <source>{count} of them files</source>
        <translation>{count} deles, arquivos</translation>
    </message>
    <message>
        <source>{count} of them thoughts</source>
        <translation>{count} deles, raciocínios</translation>
    </message>
    <message>
        <source>without {count} of thoughts</source>
        <translation>sem {count} de raciocínios</translation>
    </message>
</context>
<context>
    <name>ServicesRoom</name>
    <message>
        <source>Services</source>
        <translation>Serviços</translation>
    </message>
    <message>
        <source>Address of another service</source>
        <translation>Endereço de outro serviço</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Adicionar</translation>
    </message>
    <message>
        <source>Another service</source>
        <translation>Outro serviço</translation>
    </message>
    <message>
        <source>vLLM, SGLang, llama-server, LM Studio, Ollama and others.</source>
        <translation>vLLM, SGLang, llama-server, LM Studio, Ollama e outros.</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Configurações</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Buscar configurações</translation>
    </message>
    <message>
        <source>Nothing is called that.</source>
        <translation>Nada tem esse nome.</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atalhos de teclado</translation>
    </message>
    <message>
        <source>Press the keys of an action to give it others.</source>
        <translation>Pressione as teclas de uma ação para dar outras a ela.</translation>
    </message>
</context>
<context>
    <name>ShortcutsList</name>
    <message>
        <source>Use them here</source>
        <translation>Usar aqui</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Redefinir tudo</translation>
    </message>
    <message>
        <source>{action}: {keys}</source>
        <translation>{action}: {keys}</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Nenhum</translation>
    </message>
    <message>
        <source>{action}: the usual keys</source>
        <translation>{action}: as teclas de costume</translation>
    </message>
    <message>
        <source>The usual keys</source>
        <translation>As teclas de costume</translation>
    </message>
    <message>
        <source>Send the message</source>
        <translation>Enviar a mensagem</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Begin another line</source>
        <translation>Começar outra linha</translation>
    </message>
    <message>
        <source>Shift+Enter</source>
        <translation>Shift+Enter</translation>
    </message>
    <message>
        <source>Rename the chosen chat or folder</source>
        <translation>Renomear a conversa ou pasta escolhida</translation>
    </message>
    <message>
        <source>F2</source>
        <translation>F2</translation>
    </message>
    <message>
        <source>Delete the chosen chat</source>
        <translation>Excluir a conversa escolhida</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>What can be done with the chosen chat</source>
        <translation>O que pode ser feito com a conversa escolhida</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>{keys} is needed where text is written.</source>
        <translation>{keys} é necessário onde se escreve texto.</translation>
    </message>
    <message>
        <source>{keys} already does this: {action}.</source>
        <translation>{keys} já faz isto: {action}.</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Search chats</source>
        <translation>Buscar conversas</translation>
    </message>
    <message>
        <source>Recover chats …</source>
        <translation>Recuperar conversas …</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Nova conversa</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Configurações</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atalhos de teclado</translation>
    </message>
    <message>
        <source>Import, export, about</source>
        <translation>Importar, exportar, sobre</translation>
    </message>
    <message>
        <source>Open the data folder</source>
        <translation>Abrir a pasta de dados</translation>
    </message>
    <message>
        <source>About glmdesk</source>
        <translation>Sobre o glmdesk</translation>
    </message>
    <message>
        <source>No chat has this in its title or messages.</source>
        <translation>Nenhuma conversa tem isto no título ou nas mensagens.</translation>
    </message>
    <message>
        <source>Import chats …</source>
        <translation>Importar conversas …</translation>
    </message>
    <message>
        <source>Export all chats …</source>
        <translation>Exportar todas as conversas …</translation>
    </message>
</context>
<context>
    <name>SourceCard</name>
    <message>
        <source>Remove</source>
        <translation>Remover</translation>
    </message>
    <message>
        <source>reading …</source>
        <translation>lendo …</translation>
    </message>
    <message>
        <source>{count} characters</source>
        <translation>{count} caracteres</translation>
    </message>
    <message>
        <source>Open {attachment}</source>
        <translation>Abrir {attachment}</translation>
    </message>
</context>
<context>
    <name>SourceViewer</name>
    <message>
        <source>Back</source>
        <translation>Voltar</translation>
    </message>
    <message>
        <source>Copy the path</source>
        <translation>Copiar o caminho</translation>
    </message>
    <message>
        <source>Show in its folder</source>
        <translation>Mostrar na pasta dele</translation>
    </message>
    <message>
        <source>Open in {editor}</source>
        <translation>Abrir no {editor}</translation>
    </message>
    <message>
        <source>This file is not shown ({why}).</source>
        <translation>Este arquivo não é mostrado ({why}).</translation>
    </message>
    <message>
        <source>{count} characters of this file are invisible, and a model reads them.</source>
        <translation>{count} caracteres deste arquivo são invisíveis, e um modelo os lê.</translation>
    </message>
</context>
<context>
    <name>SpendingRoom</name>
    <message>
        <source>Spent so far</source>
        <translation>Gasto até agora</translation>
    </message>
    <message>
        <source>Prices of {day}. They can be edited: {file} in the folder of settings.</source>
        <translation>Preços de {day}. Podem ser editados: {file} na pasta de configurações.</translation>
    </message>
    <message>
        <source>an unknown day</source>
        <translation>um dia desconhecido</translation>
    </message>
    <message>
        <source>{chat} in this chat, {today} today, {month} this month</source>
        <translation>{chat} nesta conversa, {today} hoje, {month} neste mês</translation>
    </message>
</context>
<context>
    <name>StorageRoom</name>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>Chats with backups</source>
        <translation>Conversas com backups</translation>
    </message>
    <message>
        <source>Removing the program leaves both where they are; this removes them.</source>
        <translation>Remover o programa deixa ambos onde estão; isto os remove.</translation>
    </message>
    <message>
        <source>Counting …</source>
        <translation>Contando …</translation>
    </message>
</context>
<context>
    <name>StyleValues</name>
    <message>
        <source>Reset to the vendor&apos;s values</source>
        <translation>Voltar aos valores do fabricante</translation>
    </message>
    <message>
        <source>Values of the style</source>
        <translation>Valores do estilo</translation>
    </message>
</context>
<context>
    <name>TableView</name>
    <message>
        <source>Table</source>
        <translation>Tabela</translation>
    </message>
</context>
<context>
    <name>TextDialog</name>
    <message>
        <source>{count} more characters are not shown; Copy takes them all</source>
        <translation>Mais {count} caracteres não são mostrados; “Copiar” leva todos</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
</context>
<context>
    <name>TextFiles</name>
    <message>
        <source>{path} could not be written: {reason}.</source>
        <translation>Não foi possível gravar {path}: {reason}.</translation>
    </message>
</context>
<context>
    <name>Thinking</name>
    <message>
        <source>Longest thought</source>
        <translation>Raciocínio mais longo</translation>
    </message>
    <message>
        <source>{count} tokens</source>
        <translation>{count} tokens</translation>
    </message>
    <message>
        <source>{count} seconds</source>
        <translation>{count} segundos</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Sem limite</translation>
    </message>
    <message>
        <source>Earlier thoughts</source>
        <translation>Raciocínios anteriores</translation>
    </message>
    <message>
        <source>Automatic: kept while there is ample room</source>
        <translation>Automático: mantidos enquanto há espaço de sobra</translation>
    </message>
    <message>
        <source>Keep: {count} tokens of the context</source>
        <translation>Manter: {count} tokens do contexto</translation>
    </message>
    <message>
        <source>Forget: {count} tokens are read again</source>
        <translation>Esquecer: {count} tokens são lidos de novo</translation>
    </message>
</context>
<context>
    <name>ThinkingHead</name>
    <message>
        <source>Answer now</source>
        <translation>Responder já</translation>
    </message>
</context>
<context>
    <name>ThinkingView</name>
    <message>
        <source>Thinking</source>
        <translation>Pensar</translation>
    </message>
    <message>
        <source>The thought</source>
        <translation>O raciocínio</translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>Desfazer</translation>
    </message>
    <message>
        <source>“{title}” is back.</source>
        <translation>“{title}” está de volta.</translation>
    </message>
    <message>
        <source>Deleted: {title}</source>
        <translation>Excluída: {title}</translation>
    </message>
    <message>
        <source>Moved out of the folder: {title}</source>
        <translation>Fora da pasta: {title}</translation>
    </message>
    <message>
        <source>Moved to “{folder}”: {title}</source>
        <translation>Movido para “{folder}”: {title}</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Nova conversa</translation>
    </message>
</context>
<context>
    <name>Unexpected</name>
    <message>
        <source>Something went wrong inside glmdesk.</source>
        <translation>Algo deu errado dentro do glmdesk.</translation>
    </message>
    <message>
        <source>Your chats are as they were.</source>
        <translation>Suas conversas estão como estavam.</translation>
    </message>
    <message>
        <source>If it goes on, restart glmdesk; the details are in {file}.</source>
        <translation>Se continuar, reinicie o glmdesk; os detalhes estão em {file}.</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>{n} MiB</source>
        <translation>{n} MiB</translation>
    </message>
    <message>
        <source>{n} GiB</source>
        <translation>{n} GiB</translation>
    </message>
    <message>
        <source>{n} kB</source>
        <translation>{n} kB</translation>
    </message>
    <message>
        <source>{n} MB</source>
        <translation>{n} MB</translation>
    </message>
    <message>
        <source>{n} GB</source>
        <translation>{n} GB</translation>
    </message>
    <message>
        <source>{n} tokens/s</source>
        <translation>{n} tokens/s</translation>
    </message>
</context>
</TS>
